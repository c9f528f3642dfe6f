import { outboxOf } from "#services/mail/outbox/outbox.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { officer as leen, planOf } from "#services/missions/missions.testing.ts";
import { kitakyushu } from "#services/partnerships/partnerships.testing.ts";
import { secretOf } from "#services/partnerships/section-links/links.ts";
import { secretForm } from "#shared/access/secrets.ts";
import { newId } from "#shared/ids.ts";
import { sampleOf } from "#shared/testing/sample.ts";
import { type Client, openClient } from "../kit/client.ts";
import { addressOf, type Door } from "../kit/doors.ts";
import { admit, signIn } from "../kit/people.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { confirmAddress } from "../kit/registrations.ts";
import { type Sent, send } from "./send.ts";

type Choices = {
  body?: object;
  /** In place of a body made of JSON. */
  raw?: string;
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  locale?: string;
  /** `null`: none. */
  key?: string | null;
  version?: string | undefined;
};

export type Desk = {
  product: Product;
  inputOf(door: Door): object;
  queryOf(door: Door): Record<string, string>;
  addressOf(door: Door): string;
  /** What is not chosen is right: a valid input, sent by someone who may. */
  send(door: Door, choices: Choices): Promise<Sent>;
  /** Another request of the same kind, for which the same person has the rights. */
  otherwise(door: Door): Choices;
  /** A request that was written while looking at an older version. */
  staleOf(door: Door): Choices;
  close(): Promise<void>;
};

const mission = "fortaleza";

type Form = { id: string; link: string };

/** A portal with a mission, an officer who is signed in, and a cluster with one form sent and one in the making. */
export async function openDesk(): Promise<Desk> {
  const product = await startProduct({ config: { trustedProxies: ["127.0.0.1"] } });
  await admit(product, "getijkracht", "office", ["officer", "admin"], "leen");
  // Of one session alone the gateway takes 1,200 changes a minute.
  const sessions = await Promise.all(Array.from({ length: 10 }, () => signIn(product, "leen")));
  await admit(product, "kielzog", "office", ["officer", "admin"], "anneke");
  const apartFrom = await signIn(product, "anneke");
  await planMission(product);
  const seat = await seatLink(product, sessions[0]!);
  const member = await signIn(product, "person-zandbank");
  const delegate = await delegateLink(product, sessions[0]!);
  const sent = await filledForm(product.url);
  /** Forms of which the link is renewed, that are taken back, or that must not have been sent. */
  const apart: Record<string, Form> = {
    "partnerships.saveDraft": await filledForm(product.url),
    "partnerships.renewLink": await filledForm(product.url),
    "partnerships.eraseRegistration": await filledForm(product.url),
    "partnerships.withdraw": await filledForm(product.url),
  };
  const sections: Record<string, Form & { section: string }> = {};
  for (const name of ["sendSectionAgain", "withdrawSection", "ownSection", "finishSection"]) {
    const form = await filledForm(product.url);
    sections[`partnerships.${name}`] = { ...form, section: await sendSection(product.url, form) };
    apart[`partnerships.${name}`] = form;
  }
  const formOf = (door: Door) => apart[door.action.name] ?? sent;
  const idsOf = (door: Door) => ({
    ...{
      id: door.path.includes("missions") ? mission : formOf(door).id,
      mission,
      organisation: "getijkracht",
      link: sections[door.action.name]?.section ?? seat.id,
      delegate: delegate.id,
    },
    // Nobody leaves in another's name.
    ...(door.action.name === "identity.leaveOrganisation" && { person: "leen" }),
  });
  const linkFor = ({ action, ...door }: Door): string | undefined => {
    if (action.may === "use own seat link") return seat.secret;
    if (action.may === "use own delegate link") return delegate.secret;
    if (action.may === "fill in own section")
      return secretOf(product.kernel.config.secret, sections[action.name]!.section);
    const ofForm = action.may === "write own registration" || action.may === "save own draft";
    return ofForm ? formOf({ action, ...door }).link : undefined;
  };
  const own: Record<string, object> = {
    "identity.admitPerson": { id: "another-person", organisation: "getijkracht" },
    "identity.signInAsDemoPerson": { person: "leen" },
    "missions.claim": { company: "getijkracht" },
    "missions.planMission": { id: "ceara", partners: ["unknown-partner"] },
  };
  const inputOf = (door: Door) => ({
    ...sampleOf(door.schema),
    ...own[door.action.name],
    ...(door.action.name === "partnerships.saveDraft" && { changes: kitakyushu, cleared: ["offers"] }),
    ...(door.action.name === "settings.changeSettings" && {
      changes: settingsOf(door),
      cleared: ["replyTo"],
    }),
  });
  const queryOf = (door: Door) =>
    Object.fromEntries(Object.entries(inputOf(door)).map(([name, value]) => [name, String(value)]));

  /** Whose session it is asked by, when it is asked rightly. */
  const instead: Record<string, string | undefined> = {
    "identity.signOut": undefined,
    "identity.endOtherSessions": apartFrom.cookie,
    "missions.ownVerdicts": member.cookie,
    "missions.ownEntries": member.cookie,
  };
  let visitors = 0;
  /** Another each time, as a trusted proxy tells: of one alone the gateway takes 120 tries to enter a minute. */
  const someone = () => `10.0.${Math.floor(++visitors / 250)}.${1 + (visitors % 250)}`;

  async function sendTo(door: Door, choices: Choices): Promise<Sent> {
    const officer = sessions[visitors % sessions.length]!;
    const reads = door.action.kind === "query";
    const query = new URLSearchParams(queryOf(door)).toString();
    const path = choices.path ?? `${addressOf(door, idsOf(door))}${reads && query ? `?${query}` : ""}`;
    const key = "key" in choices ? choices.key : newId();
    const version = "version" in choices ? choices.version : rightVersion(door);
    const raw = choices.raw ?? (reads ? undefined : JSON.stringify(choices.body ?? inputOf(door)));
    // What ends sessions would end those of all that follow.
    const cookie =
      isRight(choices) && door.action.name in instead ? instead[door.action.name] : officer.cookie;
    const link = linkFor(door);
    const headers = {
      "accept-language": choices.locale ?? "en",
      "x-forwarded-for": someone(),
      ...(link ? { "causeway-link": link } : cookie && { cookie, "causeway-csrf": "1" }),
      ...(door.action.kind === "command" && key !== null && { "idempotency-key": key }),
      ...(door.action.edits && version !== undefined && { "if-match": version }),
      ...(raw !== undefined && { "content-type": "application/json" }),
      ...(raw !== undefined && { "content-length": String(Buffer.byteLength(raw)) }),
      ...choices.headers,
    } as Record<string, string>;
    return send(product.url, {
      method: choices.method ?? door.method,
      path,
      headers: asLatin1(headers),
      ...(raw !== undefined && { raw }),
    });
  }

  return {
    product,
    inputOf,
    queryOf,
    addressOf: (door) => addressOf(door, idsOf(door)),
    send: sendTo,
    otherwise(door) {
      if (door.action.edits) return { version: '"7"' };
      const found = Object.entries<any>(door.schema.properties).find(([, field]) => field.type !== "object");
      // A request without a body of its own is another one when it is about another record.
      const named = sections[door.action.name] ? ["link"] : ["id", "person", "invitation", "company"];
      const another = Object.fromEntries(named.map((name) => [name, "another-one"]));
      if (!found) return { path: addressOf(door, { ...idsOf(door), ...another }) };
      const [name, schema] = found;
      return { body: { ...inputOf(door), [name]: anotherOf(schema) } };
    },
    staleOf: (door) => ({
      version: '"0"',
      ...(door.action.name === "partnerships.saveDraft" && { body: { changes: { name: "Another name" } } }),
      ...(door.action.name === "settings.changeSettings" && { body: { changes: { shortName: "Another" } } }),
    }),
    close: () => product.stop(),
  };
}

/** Samples that agree with each other. */
function settingsOf({ schema }: Door): object {
  const { logo: _unknown, replyTo: _cleared, ...changes } = sampleOf(schema.properties.changes);
  return { ...changes, closesAt: "17:00" };
}

/** A filled form has been saved once; all else is at its first. */
const rightVersion = (door: Door) => (door.action.name === "partnerships.submit" ? '"2"' : '"1"');

const isRight = (choices: Choices) => Object.keys(choices).length === 0;

/** A header is bytes; Node's client takes those of Latin-1 only. */
const asLatin1 = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Buffer.from(value).toString("latin1")]),
  );

function anotherOf({ type, enum: words, format, pattern, items, ...more }: any): unknown {
  if (words) return words[1];
  if (type === "array") return [anotherOf(items)];
  if (type === "integer") return 2;
  if (format === "date-time") return "2026-11-24T09:00:00.000Z";
  if (format === "date") return "2026-11-24";
  if (format === "email") return "another@cluster.example";
  if (more["x-language"]) return "fr";
  return pattern === secretForm.source ? "B".repeat(43) : "another-one";
}

/** Of the letter to a company about its seats. */
async function seatLink(product: Product, officer: Client): Promise<{ id: string; secret: string }> {
  const subject = await admit(product, "zandbank", "company", ["member"]);
  const body = { company: "zandbank", seats: 1 };
  await officer.send("POST", `/api/missions/${mission}/claims`, { body });
  await product.settled();
  const letter = await outboxOf(product.kernel.mongo)
    .findOne({ subject: `person/${subject}` })
    .lean();
  const [, id, secret] = new URL(letter!.params.link!).hash.split(".");
  return { id: id!, secret: secret! };
}

/** Of the letter to whom a company has named that gives no seats back. */
async function delegateLink(product: Product, officer: Client): Promise<{ id: string; secret: string }> {
  await admit(product, "duinpoort", "company", ["member"]);
  await officer.send("POST", `/api/missions/${mission}/claims`, { body: { company: "duinpoort", seats: 1 } });
  const body = { name: "Tine", email: "tine@duinpoort.example", role: "Engineer", language: "en" };
  const path = `/api/missions/${mission}/entries/duinpoort/delegates`;
  const { delegate: id } = (await officer.send("POST", path, { body })).body;
  await product.settled();
  const letter = await outboxOf(product.kernel.mongo)
    .findOne({ subject: `delegate/${id}` })
    .lean();
  return { id, secret: new URL(letter!.params.link!).hash.split(".")[2]! };
}

async function planMission(product: Product): Promise<void> {
  await product.as(leen, missions.actions.planMission, { id: mission, ...planOf() });
  await product.settled();
}

/** To a colleague. */
async function sendSection(url: string, { id, link }: Form): Promise<string> {
  const cluster = openClient(url, { "causeway-link": link });
  const body = { section: "members", email: "colleague@cluster.example", language: "en" };
  return (await cluster.send("POST", `/api/registrations/${id}/section-links`, { body })).body.link;
}

async function filledForm(url: string): Promise<Form> {
  const anyone = openClient(url);
  const started = await anyone.send("POST", "/api/registrations/drafts", {
    body: { country: "JP", language: "en" },
  });
  const { id, link } = started.body;
  const cluster = openClient(url, { "causeway-link": link });
  const body = { changes: kitakyushu };
  await cluster.send("PATCH", `/api/registrations/${id}/draft`, { body, headers: { "if-match": '"1"' } });
  await confirmAddress(cluster, id);
  return { id, link };
}
