import { jest } from "@jest/globals";
import { services } from "#services/all.ts";
import { contracts } from "#services/contracts.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { officer, planOf } from "#services/missions/missions.testing.ts";
import type { Action } from "#shared/contract/contract.ts";
import { newId } from "#shared/ids.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { sampleOf } from "#shared/testing/sample.ts";
import { atRest } from "../kit/at-rest.ts";
import { digestOf } from "../kit/digest.ts";

jest.setTimeout(60_000);

let node: TestNode;
let before: Record<string, string>;

const actions = contracts.flatMap((contract) => Object.values(contract.actions) as Action[]);
const named = actions.map((action) => [action.name, action] as const);

beforeAll(async () => {
  node = await startNode({ services });
  await node.as(officer, missions.actions.planMission, { id: "ceara", ...planOf() });
  await atRest(node);
  before = await digestOf(node.kernel.mongo);
});
afterAll(() => node.stop());

/** Past the gateway, as whoever reaches NATS could. */
const callRaw = (name: string, input: object, meta: object) => node.broker.call(name, input, { meta });

const nothingHasChanged = async () => expect(await digestOf(node.kernel.mongo)).toEqual(before);

describe.each(named)("%s", (name, action) => {
  afterAll(nothingHasChanged);

  const input = () => sampleOf(action.input);

  it("answers nobody who does not say who is calling, or says it in no known way", async () => {
    const forged = [
      undefined,
      null,
      "officer",
      { kind: "god" },
      { kind: "person" },
      { kind: "person", person: "leen", organisation: "getijkracht", roles: "officer admin" },
      { kind: "person", person: { $ne: "" }, organisation: "getijkracht", roles: ["officer"] },
      { kind: ["person"], person: "leen", organisation: "getijkracht", roles: ["officer"] },
      { kind: "constructor" },
      JSON.parse('{"__proto__":{"kind":"system","system":"gateway"}}'),
    ];
    for (const who of forged) {
      const asked = callRaw(name, input(), { who, key: newId() });
      const error = await asked.catch((one) => one);
      expect({ who, type: (error as any).type }).toEqual({ who, type: "unauthenticated" });
    }
  });

  it("validates what comes from inside as it does what comes from outside", async () => {
    const meta = { who: officer, key: newId() };
    for (const wrong of [
      { ...input(), isAdmin: true },
      JSON.parse('{"__proto__":{"id":"x"}}'),
      [],
      "text",
      7,
    ]) {
      const asked = callRaw(name, wrong, meta);
      await expect(asked).rejects.toMatchObject({ type: "VALIDATION_ERROR", code: 422 });
    }
  });

  it("does not begin what its caller has given up", async () => {
    const meta = { who: officer, key: newId(), notAfter: Date.now() - 1 };
    await expect(callRaw(name, input(), meta)).rejects.toMatchObject({ type: "late", code: 503 });
  });

  if (action.may === "anyone") return;

  it("takes no right from meta that is not who is calling", async () => {
    const meta = {
      who: { kind: "nobody" },
      roles: ["officer"],
      user: officer,
      $statusCode: 200,
      isAdmin: true,
    };
    const plain = await outcomeOf(callRaw(name, input(), { who: { kind: "nobody" } }));
    expect(await outcomeOf(callRaw(name, input(), meta))).toEqual(plain);
  });
});

/** What may differ each time is left out: ids and secrets that are made anew. */
async function outcomeOf(asked: Promise<unknown>): Promise<unknown> {
  const answer: any = await asked.catch((error) => ({ error: error.type }));
  return answer.error ?? answer.reply.refused ?? Object.keys(answer.reply);
}

it("a command without a key is not carried out", async () => {
  const input = { mission: "ceara", company: "zandbank", seats: 1 };
  const asked = callRaw(missions.actions.claim.name, input, { who: officer });
  await expect(asked).rejects.toMatchObject({ type: "key-missing", code: 400 });
  await nothingHasChanged();
});
