import { isBoundedForm, isFromList } from "#shared/contract/words.ts";

type Schema = any;

/**
 * What the log stores can never be erased, so no words of or about a person fit in it: each text is one of a list,
 * of a bounded form, a moment, the id of a document, a code or a public name. All is closed and bounded.
 */
export function unfitForTheLog(schema: Schema, at: string): string[] {
  if (schema.anyOf) return schema.anyOf.flatMap((one: Schema) => unfitForTheLog(one, at));
  switch (schema.type) {
    case "string":
      return faultOfText(schema).map((fault) => `${at}: ${fault}`);
    case "integer":
    case "boolean":
    case "null":
      return [];
    case "number":
      return [`${at}: a number with a fraction; store an integer of the smallest unit`];
    case "array":
      return [
        ...(schema.maxItems === undefined ? [`${at}: a list without an end`] : []),
        ...unfitForTheLog(schema.items, `${at}[]`),
      ];
    case "object":
      return faultsOfObject(schema, at);
    default:
      return [`${at}: of no known type`];
  }
}

function faultOfText(schema: Schema): string[] {
  if (isFromList(schema)) return [];
  if (schema["x-public-text"])
    return schema.maxLength <= 200 ? [] : ["a public text of more than 200 characters"];
  if (!isBoundedForm(schema.pattern)) return ["a plain text; use Words, Code, PublicText or DocumentId"];
  return schema.maxLength === undefined && /[+*]|,\}/.test(schema.pattern) ? ["a text without an end"] : [];
}

function faultsOfObject(schema: Schema, at: string): string[] {
  const closed = schema.additionalProperties === false;
  const keys = Object.entries<Schema>(schema.patternProperties ?? {});
  return [
    ...(closed ? [] : [`${at}: an object that takes any field`]),
    ...(keys.length && schema.maxProperties === undefined ? [`${at}: a record without an end`] : []),
    ...keys
      .filter(([pattern]) => !isBoundedForm(pattern))
      .map(([pattern]) => `${at}: a record with keys of any form, ${pattern}`),
    ...keys.flatMap(([, value]) => unfitForTheLog(value, `${at}{}`)),
    ...Object.entries<Schema>(schema.properties ?? {}).flatMap(([name, field]) =>
      unfitForTheLog(field, `${at}.${name}`),
    ),
  ];
}
