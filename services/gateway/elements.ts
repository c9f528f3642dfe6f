/** Of HTML: what people wrote stays text in it, also between the quotes of an attribute. */
export const asText = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

type Attributes = Record<string, string | undefined>;

/** One element around what is HTML already. */
export function element(name: string, inner: string, attributes: Attributes = {}): string {
  return `<${name}${written(attributes)}>${inner}</${name}>`;
}

/** One that holds nothing. */
export const empty = (name: string, attributes: Attributes): string => `<${name}${written(attributes)}>`;

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${asText(value)}"`))
    .join("");
