import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Context, Service, ServiceSchema } from "moleculer";
import { sessionsEnded } from "#services/identity/identity.contract.ts";
import { kernelOf } from "#shared/kernel.ts";
import { onStopping } from "#shared/node/drain.ts";
import { createApp } from "./app.ts";
import { addCrawlers } from "./crawlers.ts";
import { addDocs } from "./docs.ts";
import { addHealth } from "./health.ts";
import { followInstallation } from "./installation.ts";
import { keepAnswers } from "./kept-answers.ts";
import { addLive } from "./live.ts";
import { addLogos } from "./logos.ts";
import { followNews } from "./news.ts";
import { addPages } from "./pages.ts";
import { openPrincipals, type Principals } from "./principals.ts";
import { openRateLimits } from "./rate-limits.ts";
import { addRoutes } from "./routes.ts";
import { openSessions } from "./sessions.ts";

type Gateway = Service & { app: FastifyInstance; principals: Principals };

const gateway = {
  name: "gateway",
  events: {
    "log.head": (ctx: Context<{ position: number }>) =>
      kernelOf(ctx.broker).tail.announce(ctx.params.position),
    [sessionsEnded](this: Gateway, ctx: Context<{ hashes: string[] }>) {
      for (const hash of ctx.params.hashes) this.principals?.forget(hash);
    },
  },
  async started(this: Gateway) {
    const { broker } = this;
    const { config, tail } = kernelOf(broker);
    const app = await createApp(config);
    const principals = openPrincipals(broker);
    this.principals = principals;
    const news = followNews(tail);
    const kept = keepAnswers(news);
    const dependencies = {
      ...{ broker, principals, kept },
      sessions: openSessions(broker, principals),
      limits: await openRateLimits(app, principals),
    };
    await addDocs(app, (request, reply) => dependencies.limits.count("open", request, reply));
    addRoutes(app, dependencies);
    addLogos(app, dependencies);
    const live = addLive(app, dependencies, news);
    addHealth(app, broker);
    const installation = followInstallation(broker, news);
    addCrawlers(app, dependencies.limits, config, installation);
    await addPages(app, dependencies.limits, config, installation);
    await app.listen({ host: config.host, port: config.port });
    this.app = app;
    // Not what it gives back, which of all addresses of the machine names one.
    const { port } = app.server.address() as AddressInfo;
    this.logger.info(`The portal listens on ${config.host}, port ${port}`);
    onStopping(broker, async () => {
      live.stop();
      await news.stop();
      await app.close();
    });
  },
} as unknown as ServiceSchema;

export default gateway;
