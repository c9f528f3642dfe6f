import Type from "typebox";
import { query, save } from "#shared/contract/contract.ts";
import { closed, EmailAddress, Instant, LanguageTag, list, Text, Words } from "#shared/contract/schemas.ts";
import { Subject } from "#shared/documents/subject.ts";

/** A text in `i18n/<language>/mail.json`. */
const templates = [
  "sign-in",
  "new-password",
  "credentials-changed",
  "invitation",
  "account-reopened",
  "address-code",
  "registration-received",
  "registration-withdrawn",
  "registration-changes-asked",
  "registration-accepted",
  "registration-rejected",
  "registration-published",
  "registration-reminded",
  "registration-lapsed",
  "registration-undone",
  "section-sent",
  "section-filled-in",
  "seat-confirmed",
  "seat-from-list",
  "seat-waiting",
  "seat-changed",
  "seat-withdrawn",
  "seat-cancelled",
  "delegate-named",
  "delegate-named-online",
  "addresses-marked",
] as const;
export type TemplateName = (typeof templates)[number];
const TemplateWord = () => Words(...templates);

/** What it is about and whom it is for: `<event id>/<person>`, or the id of what was asked for. */
const LetterId = () => Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9./_-]{2,160}$" });
/** Moment and id of the last one shown. */
const Cursor = () =>
  Type.String({
    pattern:
      "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z/[A-Za-z0-9._/-]{3,161}$",
  });
/** `failed`: no server took it; `bounced`: one did, and it came back. */
const LetterState = () => Words("waiting", "sent", "failed", "bounced");

export const actions = {
  /** Each is queued once, however often it is asked for. */
  post: save({
    may: "post mail",
    input: closed({
      letters: list(
        closed({
          id: LetterId(),
          /** The person, or the registration or delegate of who has no account: with them the letter is erased. */
          subject: Subject(),
          /** Who else is named in it: with them it is erased too. */
          names: Type.Optional(Subject()),
          to: EmailAddress(),
          language: LanguageTag(),
          template: TemplateWord(),
          params: Type.Record(Type.String({ pattern: "^[a-z-]{1,40}$" }), Text(2_000)),
          /** After this nobody can use it, so it is not sent any more. */
          notAfter: Type.Optional(Instant()),
        }),
        200,
        1,
      ),
    }),
    output: closed({}),
  }),
  letters: query({
    route: "GET /letters",
    may: "read the outbox",
    input: closed({
      state: Type.Optional(LetterState()),
      before: Type.Optional(Cursor()),
      limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
    }),
    output: closed({
      rows: list(
        closed({
          id: LetterId(),
          to: EmailAddress(),
          template: TemplateWord(),
          state: LetterState(),
          at: Instant(),
          sentAt: Type.Optional(Instant()),
          tries: Type.Integer(),
          /** What the mail server said last, in its own words. */
          error: Type.Optional(Type.String()),
          /** A letter to this address came back for good. */
          marked: Type.Boolean(),
          /** In the demo only: what is in it, links that open doors among it. */
          content: Type.Optional(closed({ subject: Type.String(), text: Type.String() })),
        }),
      ),
      next: Type.Optional(Cursor()),
    }),
  }),
  /** Whether there is anything new to read, without reading it. `marked`: addresses from which letters came back; `late`: letters that have waited for ten minutes. */
  outboxNow: query({
    route: "GET /outbox",
    may: "read the outbox",
    input: closed({}),
    output: closed({ changedAt: Type.Optional(Instant()), marked: Type.Integer(), late: Type.Integer() }),
  }),
};
