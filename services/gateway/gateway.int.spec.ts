import type { ServiceSchema } from "moleculer";
import { startNode } from "#shared/testing/node.ts";
import gateway from "./gateway.service.ts";

it("says at which addresses of the machine it listens, which may be all", async () => {
  const said: string[] = [];
  const heard: ServiceSchema = {
    ...gateway,
    created() {
      this.logger.info = (line: string) => void said.push(line);
    },
  };
  const node = await startNode({ services: [heard], config: { host: "0.0.0.0" } });
  await node.stop();
  expect(said).toContainEqual(expect.stringMatching(/^The portal listens on 0\.0\.0\.0, port \d+$/));
});
