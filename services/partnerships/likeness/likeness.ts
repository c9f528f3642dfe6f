import Type, { type Static } from "typebox";
import { keyedHash } from "#shared/access/secrets.ts";
import { closed, PublicText, Secret, Words } from "#shared/contract/schemas.ts";
import legalFormsFile from "./legal-forms.json" with { type: "json" };

/**
 * By what two clusters may be the same: their names without legal forms, the domain of their site, their number in a register.
 * Only the name is public. The others may say who somebody is, so the log has keyed hashes of them: whether two are the same is
 * all that is asked.
 */
export const Likeness = () =>
  closed({
    name: PublicText(),
    domain: Type.Optional(Secret()),
    register: Type.Optional(Secret()),
  });
export type Likeness = Static<ReturnType<typeof Likeness>>;

export const ReasonWord = () => Words("name", "domain", "register");
export type Reason = Static<ReturnType<typeof ReasonWord>>;

type Told = {
  name?: string;
  legalForm?: string;
  website?: string;
  country?: string;
  vatNumber?: string;
  registerNumber?: string;
};

/** As long as a public text may be. */
const most = 200;

/** None while there is no name to tell it by. */
export function likenessOf(secret: string, answers: Told): Likeness | undefined {
  if (!answers.name) return undefined;
  const domain = domainOf(answers.website);
  const register = registerOf(answers);
  return {
    // Some signs are several once taken apart.
    name: nameWithoutForm(answers.name, answers.legalForm).slice(0, most),
    ...(domain && { domain: keyedHash(secret, `likeness-domain\n${domain}`) }),
    ...(register && { register: keyedHash(secret, `likeness-register\n${register}`) }),
  };
}

/** Country and number, as VAT and registers write them: without spaces, dots and hyphens. */
function registerOf(answers: Told): string | undefined {
  const number = plain(answers.vatNumber ?? answers.registerNumber ?? "").replaceAll(" ", "");
  return number && `${answers.country ?? ""}:${number.replace(startOf(answers), "")}`;
}

/** A VAT number begins with its country, which a register may leave out. */
const startOf = ({ country = "" }: Told): RegExp => new RegExp(`^${country.toLowerCase()}`);

export const reasonsFor = (one: Likeness, other: Likeness): Reason[] =>
  (["name", "domain", "register"] as const).filter(
    (what) => one[what] !== undefined && one[what] === other[what],
  );

function domainOf(website: string | undefined): string | undefined {
  if (!website || !URL.canParse(website)) return undefined;
  return new URL(website).hostname.replace(/^www\./, "");
}

/** As they stand before or behind names in the countries we know, dots left out. */
const legalForms = new Set<string>(legalFormsFile.forms);

function nameWithoutForm(name: string, legalForm = ""): string {
  const words = plain(name).split(" ");
  const own = plain(legalForm).split(" ").filter(Boolean);
  if (own.length && words.length > own.length && words.slice(-own.length).join(" ") === own.join(" "))
    words.splice(-own.length);
  while (words.length > 1 && legalForms.has(words.at(-1)!)) words.pop();
  while (words.length > 1 && legalForms.has(words[0]!)) words.shift();
  return words.join(" ");
}

/** Without accents, capitals and signs: "e.V." and "eV" are one. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[.'’]/g, "")
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim() || text.trim();
