import { services } from "#services/all.ts";
import gatewayService from "#services/gateway/gateway.service.ts";
import type { Clock } from "#shared/clock/clock.ts";
import type { Config } from "#shared/config/config.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";

export type Product = TestNode & { url: string };

/** The whole portal in this process, on a free port, with a database of its own. */
export async function startProduct(
  options: { clock?: Clock; config?: Partial<Config> } = {},
): Promise<Product> {
  const node = await startNode({ services: [...services, gatewayService], ...options });
  const { app } = node.broker.getLocalService("gateway") as any;
  const { port } = app.server.address();
  return { ...node, url: `http://127.0.0.1:${port}` };
}
