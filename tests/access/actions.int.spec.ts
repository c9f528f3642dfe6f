import { jest } from "@jest/globals";
import { services } from "#services/all.ts";
import { partiesOf, ruleOf } from "#shared/access/policy.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { ajv, fieldErrors } from "#shared/contract/validator.ts";
import { newId } from "#shared/ids.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { atRest } from "../kit/at-rest.ts";
import { digestOf } from "../kit/digest.ts";
import { expectedAnswers, keyOf, kinds as kindsInOrder, theirsIn, words } from "./answers.ts";
import { type Kind, kindsOf } from "./kinds.ts";
import { actions, erasingLast, inputOf, labelOf, type Row, rowsOf } from "./rows.ts";
import { type Stage, setStage } from "./stage.ts";

jest.setTimeout(120_000);

let node: TestNode;
let stage: Stage;
let kinds: Kind[];
const expected = expectedAnswers();

beforeAll(async () => {
  node = await startNode({ services });
  stage = await setStage(node);
  kinds = kindsOf(theirsIn(stage.records), Date.now());
});
afterAll(() => node.stop());

/** Past the gateway, as another service or whoever reaches NATS could. */
async function ask(row: Row, { who }: Kind): Promise<unknown> {
  const { action, demo } = row;
  const input = inputOf(row, who);
  Object.assign(node.kernel.config, { demo });
  try {
    const meta = { who, key: newId() };
    return ((await node.broker.call(action.name, input, { meta })) as { reply: unknown }).reply;
  } finally {
    Object.assign(node.kernel.config, { demo: true });
  }
}

const codes = Object.fromEntries(Object.entries(words).map(([code, word]) => [word, code]));

function refusalOf({ action }: Row, answer: string) {
  const rule = ruleOf(action.may);
  const told = { rule, grantedBy: partiesOf(action.policy) };
  const params: Record<string, object> = {
    ...{ no: told, "sign-in": told },
    ...{ "in-person": { rule }, scope: { rule, scope: action.scope } },
  };
  return { refused: codes[answer], params: params[answer] ?? {} };
}

describe.each(actions.toSorted(erasingLast).map((action) => [labelOf(action), action] as const))(
  "%s",
  (label, action) => {
    const answerTo = (row: Row, kind: Kind) => expected.get(keyOf(label, row.about))![kind.name]!;
    const cells = () =>
      rowsOf(stage.records, [action]).flatMap((row) => kinds.map((kind) => ({ row, kind })));

    it("K1: refuses whoever may not, says why or hides it, and nothing changes", async () => {
      await atRest(node);
      const before = await digestOf(node.kernel.mongo);
      for (const { row, kind } of cells().filter((cell) => answerTo(cell.row, cell.kind) !== "yes")) {
        const told = { about: row.about, to: kind.name };
        expect({ ...told, reply: await ask(row, kind) }).toEqual({
          ...told,
          reply: refusalOf(row, answerTo(row, kind)),
        });
      }
      expect(await digestOf(node.kernel.mongo)).toEqual(before);
    });

    it("K1: lets in whoever may, and answers with the fields of its contract and no others", async () => {
      const isOutput = ajv.compile(action.output);
      for (const { row, kind } of cells().filter((cell) => answerTo(cell.row, cell.kind) === "yes")) {
        const reply = (await ask(row, kind)) as { refused?: string };
        const told = { about: row.about, to: kind.name };
        const no = Object.keys(words).filter((code) => code !== "not-found" || !row.isMissing);
        const faults = isRefusal(reply) || isOutput(reply) ? [] : fieldErrors(isOutput.errors ?? []);
        expect({ ...told, refused: no.includes(reply.refused ?? ""), faults }).toEqual({
          ...told,
          ...{ refused: false, faults: [] },
        });
      }
    });
  },
);

it("has a column for everyone who comes", () => {
  expect(kinds.map(({ name }) => name)).toEqual(kindsInOrder.map(({ name }) => name));
});
