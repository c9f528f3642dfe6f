import { join } from "node:path";
import { cacheDir } from "../../paths.ts";
import type { Rung } from "../rung.ts";
import { startMongod } from "./mongod.ts";

const version = "8.0.13";
const downloadDir = join(cacheDir, "mongod");

export const download: Rung = {
  name: "download",
  title: "a downloaded mongod",
  patience: 300_000,
  async possible() {
    if (await downloaded()) return undefined;
    try {
      const address = await addressToLoad();
      const reply = await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(3_000) });
      return reply.ok
        ? undefined
        : `no mongod ${version} for this system (${new URL(address).host}: ${reply.status})`;
    } catch (error) {
      const reason =
        error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : error;
      return `mongod ${version} cannot be downloaded: ${reason}`;
    }
  },
  async start(dir, { signal }) {
    const { default: MongoBinary } = await import("mongodb-memory-server-core/lib/util/MongoBinary.js");
    const command = await MongoBinary.MongoBinary.getPath({ version, downloadDir });
    return startMongod(command, dir, signal);
  },
};

async function downloaded(): Promise<string | undefined> {
  const { default: DryMongoBinary } = await import("mongodb-memory-server-core/lib/util/DryMongoBinary.js");
  return DryMongoBinary.DryMongoBinary.locateBinary({ version, downloadDir });
}

async function addressToLoad(): Promise<string> {
  const { default: Address } = await import("mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js");
  const { getOS } = await import("mongodb-memory-server-core/lib/util/getos/index.js");
  const { platform, arch } = process;
  return new Address.MongoBinaryDownloadUrl({ version, platform, arch, os: await getOS() }).getDownloadUrl();
}
