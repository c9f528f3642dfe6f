import type { FastifyInstance } from "fastify";
import type { ServiceBroker } from "moleculer";
import { contracts } from "#services/contracts.ts";
import { kernelOf } from "#shared/kernel.ts";
import { database } from "#shared/mongo/connect.ts";
import { alarmsOf, overdueAlarms } from "#shared/reactions/alarms.ts";
import { lagging, marksOf, stopped } from "#shared/views/marks.ts";

const keptMs = 1_000;

/** `/livez`: this process runs. `/readyz`: it and all it needs can serve; cached for a second. */
export function addHealth(app: FastifyInstance, broker: ServiceBroker): void {
  let last: { at: number; state: Promise<Health> } | undefined;
  app.get("/livez", { schema: { hide: true } as object }, (_request, reply) => reply.send({ live: true }));
  app.get("/readyz", { schema: { hide: true } as object }, async (_request, reply) => {
    if (!last || Date.now() - last.at > keptMs) last = { at: Date.now(), state: look(broker) };
    const health = await last.state;
    return reply
      .code(health.ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send(health);
  });
}

type Health = {
  ready: boolean;
  database: boolean;
  missing: string[];
  /** Views and reactions that stand still at an event they could not take. Others go on. */
  stopped: { name: string; event: string }[];
  stoppedAlarms: number;
  /** Views, reactions and the like that lack what stood in the log a minute ago. */
  behind: string[];
  /** Alarms that were not rung a minute after their moment. */
  overdueAlarms: number;
};

async function look(broker: ServiceBroker): Promise<Health> {
  const { mongo, clock } = kernelOf(broker);
  const services = ["log", ...contracts.map(({ name }) => name)];
  const missing = services.filter((name) => !isThere(broker, name));
  if (isCutOff(broker)) missing.push("nats");
  try {
    const [marks, alarms] = [marksOf(mongo), alarmsOf(mongo)];
    const ask = Promise.all([
      database(mongo).command({ ping: 1 }, { timeoutMS: 2_000 } as object),
      stopped(marks),
      alarms.countDocuments({ failed: { $exists: true } }),
      lagging(mongo, clock.now()),
      overdueAlarms(alarms, clock.now()),
    ]);
    const tooLate = new Promise<never>((_resolve, reject) =>
      setTimeout(reject, 2_000, new Error("late")).unref(),
    );
    const [, standing, stoppedAlarms, late, overdue] = await Promise.race([ask, tooLate]);
    return {
      ready: !missing.length,
      database: true,
      missing,
      stopped: standing.map(({ _id, failed }) => ({ name: _id, event: failed!.event })),
      stoppedAlarms,
      behind: late,
      overdueAlarms: overdue,
    };
  } catch {
    const unknown = { stopped: [], stoppedAlarms: 0, behind: [], overdueAlarms: 0 };
    return { ready: false, database: false, missing, ...unknown };
  }
}

const isThere = (broker: ServiceBroker, name: string): boolean =>
  (broker.registry.getServiceList({ onlyAvailable: true }) as { name: string }[]).some(
    (service) => service.name === name,
  );

/** The services of others count as here until their heartbeats are missed, but nobody reaches them. */
const isCutOff = ({ transit }: ServiceBroker): boolean =>
  transit ? !(transit as unknown as { tx: { connected: boolean } }).tx.connected : false;
