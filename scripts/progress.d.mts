export class Advice extends Error {}
export function say(line: string): void;
export function sinceCommand(): string;
export function step<T>(label: string, work: () => Promise<T>, tell?: (result: T) => string): Promise<T>;
export function explain(error: unknown): void;
