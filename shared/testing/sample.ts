import { codeList, type ListName } from "../codes/codes.ts";

type Schema = any;

/** Texts of the kinds that contracts ask for, the commonest first. */
const words = ["sample-id", "BE", "en", "BE23", "BE0123456789", "https://cluster.example", "A".repeat(43)];
const others = [
  "/nl/missions",
  "12.0",
  "2026-11-23T09:00:00.000Z/12.0/leen",
  "09:00",
  "+32 50 00 00 00",
  "missions.claim",
  "missions.read",
  "mission/ceara",
  "123456",
  "digital",
];
const texts = [...words, ...others];

const byFormat: Record<string, string> = {
  "date-time": "2026-11-23T09:00:00.000Z",
  date: "2026-11-23",
  email: "someone@cluster.example",
  uri: "https://cluster.example",
  "time-zone": "Europe/Brussels",
};

/** A value that a contract's schema takes, optional fields too: the same one each time. */
export function sampleOf(schema: Schema): any {
  if (schema.anyOf) return sampleOf(schema.anyOf[0]);
  if (schema.enum) return schema.enum[0];
  if ("const" in schema) return schema.const;
  switch (schema.type) {
    case "string":
      return schema.format ? byFormat[schema.format] : textFor(schema);
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 1, 1);
    case "boolean":
      return true;
    case "null":
      return null;
    case "array":
      return [sampleOf(schema.items)];
    case "object":
      return { ...fieldsOf(schema), ...entriesOf(schema) };
    default:
      throw new Error(`No sample can be made for ${JSON.stringify(schema)}.`);
  }
}

function textFor({
  pattern,
  "x-language": isLanguage,
  "x-lists": lists,
  minLength = 0,
  maxLength = Number.POSITIVE_INFINITY,
}: Schema): string {
  const fits = texts.find(
    (text) =>
      text.length >= minLength &&
      text.length <= maxLength &&
      (!isLanguage || text === "en") &&
      (!pattern || new RegExp(pattern, "u").test(text)) &&
      (!lists || lists.some((list: ListName) => codeList(list).isCurrent(text))),
  );
  if (fits === undefined) throw new Error(`No sample text fits ${pattern ?? lists}. Add one to texts.`);
  return fits;
}

const fieldsOf = ({ properties = {} }: Schema) =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, sampleOf(schema)]));

/** One entry of a record. */
const entriesOf = ({ patternProperties = {} }: Schema) =>
  Object.fromEntries(
    Object.entries(patternProperties).map(([pattern, schema]) => [textFor({ pattern }), sampleOf(schema)]),
  );
