export function remedy(words: string): string | undefined;
export function fullDisk(dir: string): string | undefined;
