import type { TArray, TObject, TProperties, TSchema, TString, TUnsafe } from "typebox";
import Type from "typebox";
import type { Scope } from "../access/principal.ts";
import { secretForm } from "../access/secrets.ts";
import type { ListName } from "../codes/codes.ts";

/** An object that takes these fields and no others. */
export const closed = <P extends TProperties>(properties: P): TObject<P> =>
  Type.Object(properties, { additionalProperties: false }) as TObject<P>;

/** One of a short list of words. */
export const Words = <const W extends string>(...words: W[]): TUnsafe<W> =>
  Type.Unsafe<W>({ type: "string", enum: words });

/** Ids are made by `newId()`, or, for what people name in files and addresses, a slug. */
export const Id = (): TString => Type.String({ pattern: "^[a-z0-9][a-z0-9-]{2,63}$" });

/** The id of a document that may hold personal data. The log stores the id, never the content. */
export const DocumentId = (): TString =>
  Type.String({ pattern: "^[a-z0-9][a-z0-9-]{2,63}$", "x-document": true });

/** `<position>.<n>`: the n-th event of its commit, from 0. */
export const EventId = (): TString => Type.String({ pattern: "^\\d+\\.\\d+$" });

/** A moment that there is, in UTC, ISO 8601: "Z" at its end and no other offset. What is earlier is asked by time, not as text. */
export const Instant = (): TString => Type.String({ format: "date-time", pattern: "Z$", maxLength: 30 });

/** A day that there is, without a time zone, ISO 8601; of a year that somebody may mean, so that what is reckoned from it is a day too. */
export const Day = (): TString => Type.String({ format: "date", pattern: "^[12][0-9]{3}-" });

/** Of a clock on the wall: 09:00. */
export const TimeOfDay = (): TString => Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" });

/** A code from a list: capital letters, figures, dots and hyphens. */
export const Code = (maxLength = 12): TString =>
  Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9.-]*$", maxLength, "x-code": true });

/** `missions.read`: a service, and whether to read from it or to read and change. */
export const ScopeWord = (): TUnsafe<Scope> =>
  Type.Unsafe<Scope>({
    type: "string",
    pattern: "^[a-z]+\\.(read|write)$",
    maxLength: 40,
    "x-code": true,
  });

/** A code that is current on one of these lists; what has been retired is readable, but no longer taken. */
export const CodeOf = (...lists: ListName[]): TString =>
  Type.String({ maxLength: 12, "x-code": true, "x-lists": lists });

/** A code that is on one of these lists or once was: for what was taken while it was current. */
export const KnownCodeOf = (...lists: ListName[]): TString =>
  Type.String({ maxLength: 40, "x-code": true, "x-lists": lists, "x-retired": true });

/** IANA's name of a time zone: Europe/Brussels. */
export const TimeZone = (): TString => Type.String({ format: "time-zone", maxLength: 60, "x-code": true });

/** BCP 47's tag of a language that there is, written its usual way: nl, pt-BR, zh-Hant. */
export const LanguageTag = (): TString => Type.String({ maxLength: 20, "x-language": true });

/** Marks that turn the direction of what follows them: by them a text shows other words than it holds. */
const turning = "\\u202a-\\u202e\\u2066-\\u2069";
/** What Unicode calls a letter and draws as nothing, as Hangul's fillers are, and the empty pattern of Braille. */
const blank = "[\\p{Default_Ignorable_Code_Point}\\u2800]";
/** One line with something to read, which ends nowhere: at a separator of lines some programs begin another. */
const lineForm = `^(?=.*(?!${blank})[\\p{L}\\p{N}])[^\\p{Cc}\\u2028\\u2029${turning}]*$`;
/** Lines with something to see; of what is no character to read it takes tabs and ends of lines. */
const control = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f";
const textForm = `^(?=[\\s\\S]*(?!${blank})[\\p{L}\\p{N}\\p{P}\\p{S}])[^${control}${turning}]*$`;

/** Names and titles of organisations and missions: the only words the log may hold. */
export const PublicText = (maxLength = 200): TString =>
  Type.String({ minLength: 1, maxLength, pattern: lineForm, "x-public-text": true });

/** The same on several lines: a postal address. */
export const PublicLines = (): TString =>
  Type.String({ minLength: 1, maxLength: 200, pattern: textForm, "x-public-text": true });

/** A text by language, ISO 639-1. */
export const ByLanguage = (text: TString) =>
  Type.Record(Type.String({ pattern: "^[a-z]{2}$" }), text, {
    ...{ minProperties: 1, maxProperties: 12, additionalProperties: false },
    // Of the right form a key may still be nobody's language.
    propertyNames: { type: "string", "x-language": true },
  });

/** Where the next page of a list begins: made of ids and public names. */
export const Cursor = (): TString => Type.String({ maxLength: 300, "x-public-text": true });

/** Words of a person or about one: lives in documents, never in the log. At most `maxLength` characters. */
export const Text = (maxLength: number, minLength = 1): TString =>
  Type.String({ minLength, maxLength, pattern: textForm });

/** The same on one line: a name. On several it could say something else in a letter or a list. */
export const Name = (maxLength: number): TString =>
  Type.String({ minLength: 1, maxLength, pattern: lineForm });

/** 256 bits, as they stand in a link, or a hash of them. */
export const Secret = (): TString => Type.String({ pattern: secretForm.source });

/** A file of at most so many bytes, as text (RFC 4648). The gateway lets its body be so much larger. */
export const Base64 = (maxBytes: number): TString =>
  Type.String({
    contentEncoding: "base64",
    pattern: "^[A-Za-z0-9+/]{2,}={0,2}$",
    maxLength: 4 * Math.ceil(maxBytes / 3),
  });

export const EmailAddress = (): TString => Type.String({ format: "email", maxLength: 254 });

const website = { format: "uri", maxLength: 200, pattern: "^https?://[^/?#@]+([/?#]|$)" };

/** Without a name and password before its host: everyone would read them, or take them for the host. */
export const Website = (): TString => Type.String(website);

/** The same of an organisation of which all is public. */
export const PublicWebsite = (): TString => Type.String({ ...website, "x-public-text": true });

/** Which commit the record was last changed by. Arrives as `If-Match`, leaves as `ETag`. */
export const Version = () => Type.Integer({ minimum: 0 });

export const list = <T extends TSchema>(items: T, maxItems = 200, minItems = 0): TArray<T> =>
  Type.Array(items, { ...(minItems && { minItems }), maxItems });

/** A list of ids, codes or numbers in which none stands twice. */
export const set = <T extends TSchema>(items: T, maxItems: number, minItems = 0): TArray<T> =>
  Type.Array(items, { ...(minItems && { minItems }), maxItems, uniqueItems: true });

/** A page of a list: rows in order, and where the next page begins. */
export const Page = <T extends TSchema>(row: T) =>
  closed({
    rows: list(row, 200),
    next: Type.Optional(Type.String({ maxLength: 200 })),
    total: Type.Optional(Type.Integer()),
  });

export const empty = closed({});
