import type { Static } from "typebox";
import Type from "typebox";
import { invalid } from "#shared/contract/refusals.ts";
import {
  Code,
  closed,
  EmailAddress,
  LanguageTag,
  Name,
  PublicText,
  set,
  Text,
  Website,
  Words,
} from "#shared/contract/schemas.ts";

const count = () => Type.Integer({ minimum: 0, maximum: 100_000 });

/** Every question of the form. Which of them a country asks is said by `fields.ts`. */
export const answerFields = {
  country: Code(2),
  /** What sort of organisation registers. */
  kind: Words("cluster", "network", "knowledge", "agency", "other"),
  /** Countries of the EU and its single market programme give a NUTS 2 region and a VAT number. */
  nutsRegion: Code(8),
  vatNumber: Type.String({ pattern: "^[A-Z]{2}[A-Z0-9+*]{2,14}$" }),
  /** All others give an ISO 3166-2 subdivision and the number in their national register. */
  subdivision: Code(8),
  registerNumber: Name(60),
  name: PublicText(),
  legalForm: Name(80),
  website: Website(),
  englishWebsite: Type.Boolean(),
  members: closed({ companies: count(), knowledge: count(), publicBodies: count(), others: count() }),
  /** Full-time equivalents of the team, in hundredths: 50 is half a person. */
  teamHundredths: Type.Integer({ minimum: 0, maximum: 100_000 }),
  recognisedBy: PublicText(),
  ecosystems: set(Code(40), 14),
  summary: PublicText(),
  offers: Text(1_000),
  seeks: Text(1_000),
  language: LanguageTag(),
  contactName: Name(120),
  contactEmail: EmailAddress(),
  contactRole: Name(120),
  /** In which the office writes to them. */
  contactLanguage: LanguageTag(),
  declaration: Type.Boolean(),
};

/** About one answer, or in reply to what was asked of it. */
export const Question = () => closed({ field: FieldName(), text: Text(1_000) });
export type Question = Static<ReturnType<typeof Question>>;

export const Answers = Type.Partial(closed(answerFields), { additionalProperties: false });
export type Answers = Static<typeof Answers>;
export type Field = keyof typeof answerFields & string;
export const FieldName = () => Words(...(Object.keys(answerFields) as Field[]));

/** What of the form a country does not take: a field that it does not ask, or an answer that is none here. */
export const form = {
  "partnerships.field-not-asked": invalid({ field: FieldName() }),
  "partnerships.code-unknown": invalid({ field: FieldName() }),
  "partnerships.vat-number-wrong": invalid({ field: FieldName(), letters: Code(2), length: Code(5) }),
};
