/** An e-mail address as it is compared: people tell no capitals apart. */
export const plainAddress = (email: string): string => email.trim().toLowerCase();
