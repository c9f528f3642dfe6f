import type { EventSpec } from "./contract.ts";

/**
 * Every event type known to this process. Whoever hears an event has imported its contract,
 * so a type that is missing here is one nobody in this process asks for.
 */
const known = new Map<string, { service: string; spec: EventSpec<any> }>();

export function registerEvents(service: string, events: Record<string, EventSpec<any>>): void {
  for (const [type, spec] of Object.entries(events)) {
    const other = known.get(type);
    if (other && other.service !== service) {
      throw new Error(`Event ${type} stands in two contracts: ${other.service} and ${service}. Rename one.`);
    }
    known.set(type, { service, spec });
  }
}

export const serviceOf = (type: string): string | undefined => known.get(type)?.service;

/** Brings recorded data to the newest version of its event. A type unknown here comes back as it is. */
export function upcast(type: string, version: number, data: unknown): unknown {
  const spec = known.get(type)?.spec;
  if (!spec) return data;
  let current = data;
  for (let v = version; v < spec.version; v++) {
    const step = spec.upcasts[v];
    if (!step) throw new Error(`Event ${type} has no upcast from version ${v} to ${v + 1}.`);
    current = step(current);
  }
  return current;
}

export function newestVersion(type: string): number {
  const spec = known.get(type)?.spec;
  if (!spec) throw new Error(`Event ${type} stands in no contract.`);
  return spec.version;
}
