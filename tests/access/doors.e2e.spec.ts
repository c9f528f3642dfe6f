import { jest } from "@jest/globals";
import { identity } from "#services/identity/identity.contract.ts";
import { startSession } from "#services/identity/sessions/sessions.ts";
import type { TokenScope } from "#services/identity/tokens/contract.ts";
import { storeToken, tokensOf } from "#services/identity/tokens/tokens.ts";
import { inRole } from "#shared/access/principal.ts";
import type { PersonCalling } from "#shared/contract/call.ts";
import { newId } from "#shared/ids.ts";
import { atRest } from "../kit/at-rest.ts";
import { digestOf } from "../kit/digest.ts";
import { addressOf, type Door, doors } from "../kit/doors.ts";
import { admit } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { expectedAnswers, keyOf, theirsIn } from "./answers.ts";
import { type Kind, kindsOf } from "./kinds.ts";
import { erasingLast, inputOf, labelOf, type Row, rowsOf } from "./rows.ts";
import { type Stage, setStage } from "./stage.ts";

jest.setTimeout(120_000);

let product: Product;
let stage: Stage;
let kinds: Kind[];
const expected = expectedAnswers();
const suspended = "a-suspended";

beforeAll(async () => {
  product = await startProduct({ config: { trustedProxies: ["127.0.0.1"] } });
  stage = await setStage(product);
  await admit(product, "an-office", "office", ["officer"], suspended);
  // The system does not come by this door.
  kinds = kindsOf(theirsIn(stage.records), Date.now()).filter(({ name }) => name !== "system");
});
afterAll(() => product.stop());

type Came = Kind & { headers: Record<string, string> };
type Got = { status: number; headers: Record<string, string>; body: string };

const dayMs = 24 * 60 * 60_000;

/** With a session of their own: some doors end the one that they are asked by. */
async function cameAs(kind: Kind): Promise<Came> {
  if (kind.who.kind === "link") return { ...kind, headers: { "causeway-link": stage.link } };
  if (kind.name === "suspended") return { ...kind, headers: signedInBy(await suspendedSession()) };
  const isToken = (kind.who.kind === "person" && kind.who.token) || kind.name === "ended-token";
  if (isToken) return { ...kind, headers: { authorization: `Bearer ${await bearerOf(kind)}` } };
  if (kind.who.kind === "seat-link") return { ...kind, headers: { "causeway-link": stage.seatLink } };
  if (kind.who.kind === "delegate-link") return { ...kind, headers: { "causeway-link": stage.delegateLink } };
  if (kind.who.kind === "section-link") return { ...kind, headers: { "causeway-link": stage.sectionLink } };
  const ended = kind.name === "expired";
  if (kind.who.kind !== "person" && !ended) return { ...kind, headers: {} };
  const officer = kinds.find(({ name }) => name === "officer")!;
  const { person, organisation, roles, secondFactorAt } = (ended ? officer.who : kind.who) as any;
  const given = secondFactorAt ? { secondFactorAt: new Date(secondFactorAt) } : {};
  const began = new Date(Date.now() - (ended ? dayMs : 0));
  const secret = await startSession(product.kernel.mongo, { person, organisation, roles, ...given }, began);
  return { ...kind, headers: signedInBy(secret) };
}

const signedInBy = (secret: string) => ({ cookie: `__Host-causeway=${secret}`, "causeway-csrf": "1" });

/** Of an officer who was signed in when their access was suspended. */
async function suspendedSession(): Promise<string> {
  const admin = inRole("admin", "an-admin", "getijkracht");
  const [person, id] = [suspended, { id: suspended }];
  await product.as(admin, identity.actions.reinstatePerson, id);
  const who = {
    person,
    organisation: "getijkracht",
    roles: ["officer" as const],
    secondFactorAt: new Date(),
  };
  const secret = await startSession(product.kernel.mongo, who, new Date());
  await product.as(admin, identity.actions.suspendPerson, { ...id, reason: "Lost a laptop." });
  return secret;
}

const bearers = new Map<string, Promise<string>>();

/** No door ends the token that it is asked by, so that one of each kind will do. */
function bearerOf(kind: Kind): Promise<string> {
  const made = bearers.get(kind.name) ?? makeToken(kind);
  bearers.set(kind.name, made);
  return made;
}

async function makeToken({ name, who }: Kind): Promise<string> {
  const ended = name === "ended-token";
  const owner = ended ? kinds.find((kind) => kind.name === "token")!.who : who;
  const { person, organisation, roles, token } = owner as PersonCalling;
  const scope = token!.scope as TokenScope[];
  const { mongo } = product.kernel;
  const now = Date.now();
  const endsAt = new Date(now + (ended ? -1_000 : dayMs));
  const made = await storeToken(mongo, { name, person, organisation, roles, scope, endsAt }, new Date(now));
  // As if it was used this minute, for as long as the tests last: that it is used changes nothing.
  await tokensOf(mongo).updateOne({ token: made.token }, { $set: { usedAt: new Date(now + dayMs) } });
  return made.bearer;
}

let visitors = 0;
/** Another each time, as a trusted proxy tells: of one alone the gateway takes 120 tries to enter a minute. */
const address = () => `10.0.${Math.floor(++visitors / 250)}.${1 + (visitors % 250)}`;

async function ask(door: Door, row: Row, { who, headers }: Came): Promise<Got> {
  const { action, method } = door;
  const { input, demo } = { ...row, input: inputOf(row, who) };
  const rest = Object.fromEntries(Object.keys(door.schema.properties).map((field) => [field, input[field]]));
  const reads = action.kind === "query";
  const search = new URLSearchParams(rest as Record<string, string>).toString();
  const path = `${addressOf(door, input as Record<string, string>)}${reads && search ? `?${search}` : ""}`;
  Object.assign(product.kernel.config, { demo });
  const response = await fetch(`${product.url}${path}`, {
    method,
    headers: {
      ...headers,
      "accept-language": "en",
      "x-forwarded-for": address(),
      ...(action.kind === "command" && { "idempotency-key": newId() }),
      ...(action.edits && { "if-match": `"${input.version}"` }),
      ...(!reads && { "content-type": "application/json" }),
    },
    ...(!reads && { body: JSON.stringify(rest) }),
  });
  const body = await response.text();
  Object.assign(product.kernel.config, { demo: true });
  const { date: _date, "causeway-trace": _trace, ...same } = Object.fromEntries(response.headers);
  return { status: response.status, headers: same, body };
}

const codeOf = ({ body }: Got): string | undefined => (body ? JSON.parse(body).code : undefined);

const statuses: Record<string, { status: number; code: string }> = {
  no: { status: 403, code: "not-allowed" },
  "sign-in": { status: 401, code: "unauthenticated" },
  "in-person": { status: 403, code: "not-by-token" },
  scope: { status: 403, code: "outside-scope" },
  ended: { status: 401, code: "token-invalid" },
  hidden: { status: 404, code: "not-found" },
  factor: { status: 403, code: "second-factor-needed" },
  "step-up": { status: 403, code: "step-up-required" },
};

const inOrder = doors.toSorted((one, other) => erasingLast(one.action, other.action));

describe.each(inOrder.map((door) => [labelOf(door.action), door] as const))("%s", (label, door) => {
  /** Where a token is asked for at all it is refused once it has ended, before anything else is looked at. */
  const isRefusedFirst = ({ name }: Kind) => name === "ended-token" && !door.action.sameForAll;
  const answerTo = (row: Row, kind: Kind) =>
    isRefusedFirst(kind) ? "ended" : expected.get(keyOf(label, row.about))![kind.name]!;
  const cells = (came: Came[]) =>
    rowsOf(stage.records, [door.action]).flatMap((row) => came.map((kind) => ({ row, kind })));

  it("K1: refuses whoever may not, nothing changes, and what is hidden is what is not there, byte for byte", async () => {
    const came = await Promise.all(kinds.map(cameAs));
    await atRest(product);
    const before = await digestOf(product.kernel.mongo);
    const refused = cells(came).filter(({ row, kind }) => answerTo(row, kind) !== "yes");
    const notThere = new Set<string>();
    for (const { row, kind } of refused) {
      const got = await ask(door, row, kind);
      const told = { about: row.about, to: kind.name };
      expect({ ...told, status: got.status, code: codeOf(got) }).toEqual({
        ...told,
        ...statuses[answerTo(row, kind)],
      });
      if (got.status === 404) notThere.add(JSON.stringify(got));
    }
    expect(await digestOf(product.kernel.mongo)).toEqual(before);
    for (const { row, kind } of cells(came)) {
      if (!row.isMissing || answerTo(row, kind) !== "yes" || door.action.kind !== "query") continue;
      const got = await ask(door, row, kind);
      if (codeOf(got) === "not-found") notThere.add(JSON.stringify(got));
    }
    expect([...notThere].slice(1)).toEqual([]);
  });

  it("K1: lets in whoever may", async () => {
    const came = await Promise.all(kinds.map(cameAs));
    for (const { row, kind } of cells(came).filter((cell) => answerTo(cell.row, cell.kind) === "yes")) {
      const got = await ask(door, row, kind);
      const told = { about: row.about, to: kind.name, status: got.status };
      const no = Object.values(statuses).map(({ code }) => code);
      const refusals = row.isMissing ? no.filter((code) => code !== "not-found") : no;
      expect({ ...told, refused: refusals.includes(codeOf(got) ?? "") }).toEqual({ ...told, refused: false });
      expect(codeOf(got)).not.toBe("unauthenticated");
      expect(got.status).toBeLessThan(500);
    }
  });
});
