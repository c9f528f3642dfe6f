import Type from "typebox";
import { query } from "#shared/contract/contract.ts";
import { closed, Id, Instant, list, PublicText, Text } from "#shared/contract/schemas.ts";

const Position = () => Type.Integer({ minimum: 1 });
/** As the log names what something happened to: `<feature>/<id>`. */
const Stream = () => Type.String({ pattern: "^[a-z-]+/[A-Za-z0-9_-]{1,64}$" });

/** What everyone sees of these are the lines that they may: auditors all, officers those of cases, admins those of people, all others their own. */
const wanted = {
  person: Type.Optional(Id()),
  stream: Type.Optional(Stream()),
  /** Only what was done before the commit of this number. */
  before: Type.Optional(Position()),
};

/** One command and what it came to, as it is shown. */
export const changeFields = {
  /** Of its commit. */
  number: Position(),
  at: Instant(),
  /** None: it was done by a link, or by the portal itself. */
  person: Type.Optional(Id()),
  /** None of someone who has been erased. */
  name: Type.Optional(Text(120)),
  /** On whose behalf. */
  organisation: Type.Optional(Id()),
  organisationName: Type.Optional(PublicText()),
  /** Of theirs, by which a program did it. */
  token: Type.Optional(Id()),
  /** The part of the portal that did it. */
  system: Type.Optional(Type.String()),
  command: Type.String(),
  stream: Stream(),
  /** Why it was refused; then nothing happened. */
  refused: Type.Optional(Type.String()),
  /** What the words of the refusal name, as JSON. */
  refusedWith: Type.Optional(Type.String()),
  /** What happened, and as JSON what is said of it: ids and codes, for the log holds no words of anyone. */
  events: list(closed({ event: Type.String(), data: Type.String() }), 1_000),
  trace: Type.Optional(Type.String()),
};

export const actions = {
  changes: query({
    route: "GET /changes",
    may: "see changes",
    input: closed(wanted),
    output: closed({
      /** The newest first. A commit stays whole. */
      rows: list(closed(changeFields), 1_000),
      /** Where older ones begin, if there are any: so far has been looked. */
      next: Type.Optional(Position()),
    }),
  }),
};
