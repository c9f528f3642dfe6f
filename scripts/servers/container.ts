import { createHash } from "node:crypto";
import { root } from "../paths.ts";
import { isUsed } from "./users.ts";

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

export const labels = (dir: string) => ({ [label]: markOf(dir) });

type InUse = { host: string; port: number; stop(): Promise<unknown> };

/** The container of a run that is still going. One that a killed run left is removed: it holds the folder's data. */
export async function inUse(dir: string, port: number): Promise<InUse | undefined> {
  const { getContainerRuntimeClient } = await import("testcontainers");
  const { container, info } = await getContainerRuntimeClient();
  const left = await container.fetchByLabel(label, markOf(dir));
  if (!left) return undefined;
  const { NetworkSettings } = await container.inspect(left);
  const mapped = NetworkSettings.Ports[`${port}/tcp`]?.[0]?.HostPort;
  const stop = async () => {
    if (mapped) await container.stop(left);
    await container.remove(left);
  };
  if (mapped && isUsed(dir)) return { host: info.containerRuntime.host, port: Number(mapped), stop };
  await stop();
  return undefined;
}
