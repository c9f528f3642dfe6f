type Schema = any;

const moments = ["date", "date-time", "time-zone"];

/** One of a list, a moment, a language, or a public name: nobody can say anything of their own in it. */
export const isFromList = (schema: Schema): boolean =>
  Boolean(schema.enum || schema["x-lists"] || schema["x-language"] || moments.includes(schema.format));

/** Anchored at both ends, and made of named characters only: no `.`, no `\S`, no `[^…]`, no blank. */
export const isBoundedForm = (pattern: string | undefined): boolean =>
  pattern !== undefined &&
  /^\^.*\$$/.test(pattern) &&
  !/\\[SDWsw]|\[\^|(?<!\\)\.(?![^[]*\])|\s/.test(pattern);

/**
 * Whether what has this shape may hold words of a person or about one. It follows from the schema, and whatever is not known
 * to be something else is personal, so that no answer is forgotten.
 */
export function isPersonal(schema: Schema): boolean {
  if (schema.anyOf) return schema.anyOf.some(isPersonal);
  switch (schema.type) {
    case "string":
      return !isFromList(schema) && !schema["x-public-text"] && !isBoundedForm(schema.pattern);
    case "integer":
    case "number":
    case "boolean":
    case "null":
      return false;
    case "array":
      return isPersonal(schema.items);
    case "object":
      return schema.additionalProperties === false || schema.patternProperties
        ? valuesOf(schema).some(isPersonal)
        : true;
    default:
      return true;
  }
}

const valuesOf = ({ properties = {}, patternProperties = {} }: Schema): Schema[] => [
  ...Object.values(properties),
  ...Object.values(patternProperties),
];
