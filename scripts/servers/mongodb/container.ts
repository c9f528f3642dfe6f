import { inUse, labels, markOf, noContainers } from "../container.ts";
import type { Rung } from "../rung.ts";
import { shared } from "../users.ts";
import { makeReplicaSet, ping, urlOf } from "./admin.ts";

const port = 27_017;

export const container: Rung = {
  name: "container",
  title: "a container of mongo:8",
  // The image comes over the network the first time.
  patience: 180_000,
  possible: noContainers,
  async start(dir, { signal, keep }) {
    const { GenericContainer, Wait } = await import("testcontainers");
    const running = await inUse(dir, port);
    if (running) {
      const url = urlOf(running.port, running.host);
      return { url, version: await ping(url, 5_000), stop: shared(dir, running.stop) };
    }
    const started = await new GenericContainer("mongo:8")
      .withLabels(labels(dir))
      .withExposedPorts(port)
      .withBindMounts(keep ? [{ source: markOf(dir), target: "/data/db" }] : [])
      .withCommand(["mongod", "--replSet", "rs0", "--bind_ip_all", "--wiredTigerCacheSizeGB", "1"])
      .withWaitStrategy(Wait.forListeningPorts())
      .start();
    const stop = async () => {
      await started.stop({ removeVolumes: !keep });
    };
    try {
      const url = urlOf(started.getMappedPort(port), started.getHost());
      const version = await ping(url, 20_000);
      await makeReplicaSet(url, `127.0.0.1:${port}`, signal);
      return { url, version, stop: shared(dir, stop) };
    } catch (error) {
      await stop();
      throw error;
    }
  },
};
