import { jest } from "@jest/globals";
import { services } from "#services/all.ts";
import { identity } from "#services/identity/identity.contract.ts";
import { officer } from "#services/missions/missions.testing.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { inRole, nobody, type Principal } from "#shared/access/principal.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { expectedAnswers, kinds } from "./answers.ts";
import { actions as allActions, labelOf } from "./rows.ts";
import { acceptForm, done, holderOf, sentForm } from "./stage.ts";

jest.setTimeout(120_000);

const { actions } = partnerships;
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services });
});
afterAll(() => node.stop());

describe("K1: a session says which routes its person may take", () => {
  const expected = [...expectedAnswers()];
  const everyones = allActions.filter(({ may }) => may === "anyone").map(labelOf);
  const people = kinds.filter(({ who }) => who.kind === "person");

  it.each(people.map(({ name, who }) => [name, who] as const))("%s", async (name, who) => {
    const { abilities } = done(await node.as(who, identity.actions.me, {}));
    const may = expected
      .filter(([, answers]) => ["yes", "step-up"].includes(answers[name]!))
      .map(([key]) => key.slice(0, key.lastIndexOf(" (")))
      .filter((label) => label.includes(" /") && !everyones.includes(label));
    expect([...abilities].sort()).toEqual([...new Set(may)].sort());
  });

  it("nobody is told of none", async () => {
    expect(await node.as(nobody, identity.actions.me, {})).toMatchObject({ abilities: [] });
  });
});

type Form = { id: string };
type Step = "submit" | "ask-changes" | "waive" | "accept" | "reject" | "confirm" | "undo-decision";

/** Brings a form that was sent to each state in which there is something to do. */
const states: Record<string, (form: Form) => Promise<unknown>> = {
  submitted: async () => {},
  "changes-asked": ({ id }) => take({ id }, "ask-changes", officer),
  accepted: ({ id }) => acceptForm(node, id),
};

async function take({ id }: Form, step: Step, who: Principal): Promise<{ refused?: string }> {
  const read = done(await node.as(officer, actions.registration, { id }));
  const own = done(await node.as(holderOf(id), actions.ownRegistration, { id }));
  const seen = { id, version: read.version };
  const sent = {
    submit: () => node.as(who, actions.submit, { id, version: own.version }),
    withdraw: () => node.as(who, actions.withdraw, { id }),
    "ask-changes": () => node.as(who, actions.askChanges, { ...seen, note: "Which one?" }),
    waive: () => node.as(who, actions.waive, { ...seen, programme: "Programme" }),
    accept: () => node.as(who, actions.accept, seen),
    reject: () => node.as(who, actions.reject, { ...seen, reason: "Too small." }),
    confirm: () => node.as(who, actions.confirm, { id }),
    "undo-decision": () => node.as(who, actions.undoDecision, seen),
  };
  const reply = await sent[step]();
  await node.settled();
  return reply as { refused?: string };
}

const steps: Step[] = ["submit", "ask-changes", "waive", "accept", "reject", "confirm", "undo-decision"];
const callers: [string, (form: Form) => Principal][] = [
  ["officer", () => officer],
  ["auditor", () => inRole("auditor", "an-auditor", "getijkracht")],
  ["link", ({ id }) => holderOf(id)],
];

describe.each(Object.keys(states))("K1: of a registration that is %s", (state) => {
  const inState = async () => {
    const form = await sentForm(node);
    await states[state]!(form);
    return form;
  };

  it.each(callers)(
    "what %s can do is what is sent with it, and all else is refused",
    async (name, callerOf) => {
      const form = await inState();
      const caller = callerOf(form);
      const query = name === "link" ? actions.ownRegistration : actions.registration;
      const { abilities } = done<any>(await node.as(caller, query as any, { id: form.id }));
      for (const step of steps.filter((one) => !abilities.includes(one)))
        expect({ step, refused: (await take(form, step, caller)).refused }).toEqual({
          step,
          refused: expect.stringMatching(
            /^(not-allowed|not-found|partnerships\.(illegal-step|nothing-to-waive))$/,
          ),
        });
      for (const step of abilities) {
        const another = await inState();
        const reply = await take(another, step, callerOf(another));
        expect({ step, reply }).toEqual({
          step,
          reply: expect.not.objectContaining({ refused: expect.anything() }),
        });
      }
    },
  );

  it.each(callers.filter(([name]) => name !== "link"))(
    "I3: the list says to %s of each what the registration itself says",
    async (_name, callerOf) => {
      const { id } = await inState();
      const caller = callerOf({ id });
      const { state, abilities } = done(await node.as(caller, actions.registration, { id }));
      const { rows } = done(await node.as(caller, actions.registrations, { state, limit: 200 }));
      expect(rows.find((row) => row.id === id)?.abilities).toEqual(abilities);
    },
  );
});
