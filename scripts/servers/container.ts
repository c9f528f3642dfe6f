import { createHash } from "node:crypto";
import { isAlive } from "../lock.mjs";
import { root } from "../paths.ts";

/** Why no container can be started here. Loads testcontainers only when asked. */
export async function noContainers(): Promise<string | undefined> {
  const { getContainerRuntimeClient } = await import("testcontainers");
  try {
    await getContainerRuntimeClient();
    return undefined;
  } catch {
    return "no container runtime answers (Docker, Podman with its socket in DOCKER_HOST)";
  }
}

/** Containers and volumes of this folder carry its mark. */
export const markOf = (dir: string) =>
  `causeway-${createHash("sha256").update(root).update(dir).digest("hex").slice(0, 12)}`;

const label = "causeway.folder";
const ownerLabel = "causeway.owner";

export const labels = (dir: string) => ({ [label]: markOf(dir), [ownerLabel]: String(process.pid) });

/** The container of a run that is still going. One that a killed run left is removed: it holds the folder's data. */
export async function inUse(dir: string, port: number): Promise<{ host: string; port: number } | undefined> {
  const { getContainerRuntimeClient } = await import("testcontainers");
  const { container, info } = await getContainerRuntimeClient();
  const left = await container.fetchByLabel(label, markOf(dir));
  if (!left) return undefined;
  const { Config, NetworkSettings } = await container.inspect(left);
  const mapped = NetworkSettings.Ports[`${port}/tcp`]?.[0]?.HostPort;
  if (mapped && isAlive(Number(Config.Labels[ownerLabel]))) {
    return { host: info.containerRuntime.host, port: Number(mapped) };
  }
  if (mapped) await container.stop(left);
  await container.remove(left);
  return undefined;
}
