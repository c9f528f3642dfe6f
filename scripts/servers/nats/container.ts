import { inUse, labels, noContainers } from "../container.ts";
import type { Rung } from "../rung.ts";
import { shared } from "../users.ts";
import { greeting, urlOf } from "./info.ts";

const port = 4222;

export const container: Rung = {
  name: "container",
  title: "a container of nats:2",
  patience: 120_000,
  possible: noContainers,
  async start(dir) {
    const { GenericContainer, Wait } = await import("testcontainers");
    const running = await inUse(dir, port);
    if (running) {
      const url = urlOf(running.port, running.host);
      return { url, version: await greeting(url, 5_000), stop: shared(dir, running.stop) };
    }
    const started = await new GenericContainer("nats:2")
      .withLabels(labels(dir))
      .withExposedPorts(port)
      .withCommand(["--jetstream"])
      .withWaitStrategy(Wait.forLogMessage("Server is ready"))
      .start();
    const url = urlOf(started.getMappedPort(port), started.getHost());
    const stop = async () => {
      await started.stop();
    };
    try {
      return { url, version: await greeting(url, 5_000), stop: shared(dir, stop) };
    } catch (error) {
      await stop();
      throw error;
    }
  },
};
