/** An e-mail address as it is compared: people tell no capitals apart. */
export const plainAddress = (email: string): string => email.trim().toLowerCase();

/**
 * By which letters are counted: most mail servers put what goes to `an+fairs@` and to `an@` into one box. Some do not, so it
 * says neither who somebody is nor where their letters go.
 */
export const letterboxOf = (email: string): string => plainAddress(email).replace(/^([^+@]+)\+[^@]*@/, "$1@");
