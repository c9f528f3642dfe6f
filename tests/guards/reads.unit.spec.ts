import Type from "typebox";
import { contracts } from "#services/contracts.ts";
import type { Action, Contract } from "#shared/contract/contract.ts";
import { isRecorded } from "#shared/contract/reads.ts";
import {
  Code,
  Cursor,
  closed,
  EmailAddress,
  Id,
  Instant,
  list,
  PublicText,
  Text,
} from "#shared/contract/schemas.ts";
import { isPersonal } from "#shared/contract/words.ts";
import { languages, textsOf } from "./texts.ts";

const all: readonly Contract[] = contracts;
const queries = all
  .flatMap(({ actions }) => Object.values(actions) as Action[])
  .filter(({ kind }) => kind === "query");
const namesOf = (actions: Action[]) => actions.map(({ name }) => name).sort();

it("I4: every query whose answer may hold words of or about someone is recorded, and these are they", () => {
  expect(namesOf(queries.filter(isRecorded))).toEqual([
    "identity.access",
    "identity.accountOf",
    "identity.changes",
    "identity.demoPersons",
    "identity.erasures",
    "identity.held",
    "identity.invitation",
    "identity.invitations",
    "identity.listAsFile",
    "identity.membersOf",
    "identity.namesOf",
    "identity.officers",
    "identity.people",
    "identity.peopleOf",
    "identity.personalData",
    "identity.reads",
    "identity.savedViews",
    "identity.tokensOfPerson",
    "mail.held",
    "mail.letters",
    "mail.markedAddresses",
    "missions.delegateNeeds",
    "missions.delegateOfOwnLink",
    "missions.delegates",
    "missions.entryMoves",
    "missions.held",
    "missions.missionAsItWas",
    "missions.missionDelegates",
    "missions.missionTimeline",
    "partnerships.held",
    "partnerships.officers",
    "partnerships.ownRegistration",
    "partnerships.ownSection",
    "partnerships.registration",
    "partnerships.registrationAsItWas",
    "partnerships.registrationTimeline",
    "partnerships.sectionLinks",
    "settings.held",
  ]);
});

it.each(languages)("I4: each of them that has a route has its name in %s", (language) => {
  const texts = textsOf(language);
  const named = queries.filter((action) => isRecorded(action) && action.route);
  const keys = named.map(({ name }) => `identity:reads.${name.replace(".", "-")}`);
  expect(keys.filter((key) => !texts.has(key))).toEqual([]);
});

it("I4: only these answer about their caller alone, and they name no record", () => {
  const own = queries.filter(({ aboutCaller }) => aboutCaller);
  expect(namesOf(own)).toEqual([
    ...["identity.account", "identity.consents", "identity.me", "identity.sessions"],
    ...["identity.tokens", "mail.ownAddress"],
  ]);
  for (const { input } of own) expect(Object.keys(input.properties)).toEqual([]);
});

it("I4: what everyone gets holds nothing personal, so that it costs nothing", () => {
  expect(namesOf(queries.filter(({ sameForAll, output }) => sameForAll && isPersonal(output)))).toEqual([]);
});

describe("an answer is personal", () => {
  it.each([
    ["a text", Text(10)],
    ["an address", EmailAddress()],
    ["any text", Type.String()],
    ["a web address", Type.String({ format: "uri" })],
    ["a text deep inside", list(closed({ a: Type.Union([Id(), closed({ b: Text(10) })]) }))],
    ["a record of texts", Type.Record(Type.String(), Text(10))],
    ["an object that takes any field", Type.Object({})],
    ["anything", Type.Any()],
  ])("with %s", (_what, schema) => expect(isPersonal(closed({ field: schema }))).toBe(true));

  it("and not with ids, codes, public names, moments and figures", () => {
    const schema = closed({
      ...{ id: Id(), code: Code(), name: PublicText(), at: Instant(), next: Cursor() },
      ...{ count: Type.Integer(), share: Type.Number(), yes: Type.Boolean(), none: Type.Null() },
      titles: Type.Record(Type.String(), PublicText()),
    });
    expect(isPersonal(schema)).toBe(false);
  });
});
