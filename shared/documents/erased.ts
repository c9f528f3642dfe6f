/**
 * An event called `…Erased` erases, in every service, all that is kept about its record. By its name, for whoever keeps
 * something about a person need not know whose event it is.
 */
export const erases = ({ type }: { type: string }): boolean => type.endsWith("Erased");
