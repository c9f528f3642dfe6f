import type { Static } from "typebox";
import Type from "typebox";
import {
  ByLanguage,
  CodeOf,
  closed,
  Day,
  DocumentId,
  LanguageTag,
  list,
  PublicLines,
  PublicText,
  PublicWebsite,
  set,
  TimeOfDay,
  TimeZone,
  Words,
} from "#shared/contract/schemas.ts";

/** An address of the organisation and not of a person, so the log may hold it. */
const PublicEmail = () => Type.String({ format: "email", maxLength: 200, "x-public-text": true });

export const LogoType = () => Words("image/png", "image/jpeg", "image/webp");

/** `image` is the SHA-256 of its bytes, by which they are kept as a document; sides in pixels. */
const Logo = () =>
  closed({ image: DocumentId(), type: LogoType(), width: Type.Integer(), height: Type.Integer() });

/** What an installation has from its first day on. */
const always = {
  name: ByLanguage(PublicText(120)),
  shortName: PublicText(40),
  country: CodeOf("countries"),
  /** Days of the week on which the office works, 1 is Monday (ISO 8601). */
  officeDays: set(Type.Integer({ minimum: 1, maximum: 7 }), 7, 1),
  opensAt: TimeOfDay(),
  closesAt: TimeOfDay(),
  timeZone: TimeZone(),
  /** Besides: whole days on which nobody is there. */
  closingDays: list(closed({ day: Day(), reason: ByLanguage(PublicText(120)) }), 100),
  /** Whether public holidays of the home country are closing days too. */
  nationalHolidays: Type.Boolean(),
};

/** What may be left empty. */
const optional = {
  logo: Logo(),
  /** For who does not see the logo; without it the name is read. */
  logoText: ByLanguage(PublicText(200)),
  email: PublicEmail(),
  telephone: Type.String({ pattern: "^[+]?[0-9 ()./-]{3,40}$", maxLength: 41, "x-public-text": true }),
  postalAddress: PublicLines(),
  website: PublicWebsite(),
  region: CodeOf("nuts", "subdivisions"),
  /** Who letters say they are from; without it the short name. */
  senderName: PublicText(80),
  replyTo: PublicEmail(),
  /** Offered to visitors; without it all that have texts. */
  languages: set(LanguageTag(), 12, 1),
  defaultLanguage: LanguageTag(),
};

/** As they were set. */
export const Chosen = closed({ ...always, ...Type.Partial(closed(optional)).properties });
export type Chosen = Static<typeof Chosen>;

/** With the languages that are offered in the end. */
export const Settings = closed({
  ...Chosen.properties,
  languages: optional.languages,
  defaultLanguage: optional.defaultLanguage,
});
export type Settings = Static<typeof Settings>;

export const Changes = Type.Partial(closed({ ...always, ...optional }), { additionalProperties: false });
export type Changes = Static<typeof Changes>;

export type Field = keyof Changes & string;
export type Clearable = keyof typeof optional & string;
export const FieldName = () => Words(...(Object.keys({ ...always, ...optional }) as Field[]));
export const ClearableName = () => Words(...(Object.keys(optional) as Clearable[]));
