import "#services/missions/missions.contract.ts";
import { claim, offer } from "#services/missions/seats/rules.ts";
import { seats } from "#services/missions/seats/seats.ts";
import { nobody } from "../access/principal.ts";
import { manualClock } from "../clock/clock.ts";
import { connect, type Mongo } from "../mongo/connect.ts";
import { databaseUri } from "../testing/node.ts";
import { openAppender } from "./append.ts";
import { logCollection, prepareLog } from "./collection.ts";
import type { Entry } from "./commit.ts";
import type { CommandCall } from "./decide.ts";
import { type Executor, limits, openExecutor } from "./execute.ts";
import { openTail, type Tail } from "./tail.ts";

const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const tails: Tail[] = [];
let mongoose: Mongo;
let append: (entry: Entry) => Promise<any>;

beforeEach(async () => {
  mongoose = await connect(databaseUri());
  const log = logCollection(mongoose);
  await prepareLog(log);
  const appender = await openAppender(log, { clock, crashAt: () => {}, onCommit: () => {} });
  append = (entry) => appender.append(structuredClone(entry));
});
afterEach(async () => {
  for (const tail of tails.splice(0)) tail.close();
  await mongoose.dropDatabase();
  await mongoose.close();
});

/** As in a process of its own: nobody tells it of the others' commits. */
function open(own: Partial<Parameters<typeof openExecutor>[0]> = {}): Executor {
  const tail = openTail(logCollection(mongoose));
  tails.push(tail);
  return openExecutor({ tail, clock, crashAt: () => {}, append: (entry) => append(entry), ...own });
}

const reply = (_after: unknown, events: { type: string }[]) => ({ happened: events.map(({ type }) => type) });

const order = (key: string, own: Partial<CommandCall>): CommandCall => ({
  feature: seats,
  stream: "seats/ceara",
  decide: claim,
  command: {},
  facts: {},
  reply,
  by: nobody,
  name: "missions.claim",
  key,
  hash: JSON.stringify(own.command ?? {}),
  ...own,
});

const offered = (capacity: number, stream = "seats/ceara") =>
  order(`offer-${stream}`, {
    stream,
    decide: offer,
    command: { capacity, opensAt: "2026-11-01T08:00:00.000Z", closesAt: "2026-12-15T16:00:00.000Z" },
  });
const wanted = (company: string, own: Partial<CommandCall> = {}) =>
  order(`key-${company}`, { command: { company, seats: 1 }, ...own });

it("decides commands of one moment in order and appends them as one entry", async () => {
  const { execute } = open();
  await execute(offered(1));
  const answers = await Promise.all(["zandbank", "kielzog"].map((company) => execute(wanted(company))));
  expect(answers.map(({ reply }) => reply)).toEqual([
    { happened: ["SeatsConfirmed"], position: 2 },
    { happened: ["SeatsWaitlisted"], position: 2 },
  ]);
});

it("gives a key the first reply again, wherever and whenever it comes again", async () => {
  const { execute } = open();
  await execute(offered(1));
  const first = await execute(wanted("zandbank"));
  expect(await execute(wanted("zandbank"))).toEqual({ ...first, replayed: true });
  expect(await open().execute(wanted("zandbank"))).toEqual({ ...first, replayed: true });
  expect((await execute(wanted("zandbank", { hash: "another body" }))).reply).toMatchObject({
    refused: "key-reused",
  });
});

it("takes a double click once: both get the same reply", async () => {
  const { execute } = open();
  await execute(offered(2));
  const [first, second] = await Promise.all([execute(wanted("zandbank")), execute(wanted("zandbank"))]);
  expect(first).toEqual({ reply: { happened: ["SeatsConfirmed"], position: 2 } });
  expect(second).toEqual({ ...first, replayed: true });
  const commits = await logCollection(mongoose).find({}).toArray();
  expect(commits.flatMap(({ keys }) => keys)).toEqual(["offer-seats/ceara", "key-zandbank"]);
});

it("records a refusal, so that asking again gives no other answer", async () => {
  const { execute } = open();
  const refused = await execute(wanted("zandbank"));
  expect(refused.reply).toMatchObject({ refused: "missions.no-seats-offered" });
  await execute(offered(1));
  expect(await execute(wanted("zandbank"))).toEqual({ ...refused, replayed: true });
});

it("decides again when another process was faster", async () => {
  const [one, other] = [open(), open()];
  await one.execute(offered(1));
  await one.execute(wanted("zandbank"));
  expect((await other.execute(wanted("kielzog"))).reply).toMatchObject({ happened: ["SeatsWaitlisted"] });
  expect((await one.execute(wanted("duinpoort"))).reply).toMatchObject({ happened: ["SeatsWaitlisted"] });
});

it("refuses as stale what was seen before the last change, also within one entry", async () => {
  const { execute } = open();
  await execute(offered(2));
  const late = await execute(wanted("zandbank", { expected: 0 }));
  expect(late.reply).toEqual({ refused: "stale", params: { version: 1 } });
  const [first, second] = await Promise.all([
    execute(wanted("kielzog", { expected: 1 })),
    execute(wanted("duinpoort", { expected: 1 })),
  ]);
  expect(first!.reply).toMatchObject({ happened: ["SeatsConfirmed"] });
  const { position } = first!.reply as { position: number };
  // It is told what the first came to, and not the version that it has.
  expect(second!.reply).toEqual({ refused: "stale", params: { version: position } });
});

it("lets a rule that throws fail alone", async () => {
  const { execute } = open();
  await execute(offered(2));
  const faulty = () => {
    throw new Error("a fault in the rule");
  };
  const [good, bad, other] = await Promise.allSettled([
    execute(wanted("zandbank")),
    execute(wanted("kielzog", { decide: faulty })),
    execute(wanted("duinpoort")),
  ]);
  expect(bad).toMatchObject({ status: "rejected", reason: { message: "a fault in the rule" } });
  expect([good, other].map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
});

it("forgets the folds that were used longest ago, by the number of their events", async () => {
  const before = limits.folded;
  limits.folded = 60;
  const tail = openTail(logCollection(mongoose));
  tails.push(tail);
  const fromStart: string[] = [];
  const { execute } = open({
    tail: {
      ...tail,
      ofStream(stream, after, fromLog) {
        if (!after) fromStart.push(stream);
        return tail.ofStream(stream, after, fromLog);
      },
    },
  });
  limits.folded = before;
  async function claims(stream: string, from: number, count: number) {
    for (let n = from; n < from + count; n++)
      await execute(wanted(`company-${n}`, { stream, key: `${stream}-${n}` }));
  }
  const [ceara, bahia, osaka] = ["seats/ceara", "seats/bahia", "seats/osaka"];
  for (const stream of [ceara, bahia, osaka]) await execute(offered(90, stream));
  await claims(ceara, 0, 15);
  await claims(bahia, 0, 15);
  fromStart.length = 0;
  // Two of 26 fit beside each other; the third has gone meanwhile, and takes the place of the older one.
  await claims(ceara, 15, 1);
  expect(fromStart).toEqual([]);
  await claims(osaka, 0, 15);
  await claims(ceara, 16, 1);
  expect(fromStart).toEqual([osaka]);
  await claims(bahia, 15, 1);
  expect(fromStart).toEqual([osaka, bahia]);
});

it("says that it is busy when too many wait, and when a stream stays contended", async () => {
  const { execute } = open({ append: async () => ({ stale: true }), pause: async () => {} });
  expect((await execute(offered(1))).reply).toMatchObject({ refused: "busy" });
  const appending = Promise.withResolvers<void>();
  const slow = open({
    append: () => {
      appending.resolve();
      return new Promise(() => {});
    },
  });
  for (let n = 0; n < limits.waiting; n++) void slow.execute(wanted(`company-${n}`));
  expect((await slow.execute(offered(1))).reply).toMatchObject({ refused: "busy" });
  await appending.promise;
});
