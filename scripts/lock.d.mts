export function exclusively<T>(lock: string, work: () => Promise<T>): Promise<T>;
export function isAlive(pid: number | undefined): boolean;
