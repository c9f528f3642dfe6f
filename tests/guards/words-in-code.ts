import { parseAst } from "vite";
import type { Source } from "./sources.ts";

type Node = { type: string; start: number; [name: string]: any };

const isWord = /\p{L}{2,}/u;
/** Three words in a row: nobody names a thing so, and no code has blanks. */
const isSentence = /\p{L}+[,;:]? \p{L}+[,;:]? \p{L}+/u;

/** Attributes that a person reads or hears. */
const seen = new Set([
  "title",
  "label",
  "alt",
  "placeholder",
  "description",
  "summary",
  "error",
  "aria-label",
  "aria-description",
  "aria-valuetext",
  "aria-roledescription",
]);

/** Words in the markup of a page: they belong in i18n/, in every language. */
export function wordsInPages({ path, text }: Source): string[] {
  const found: string[] = [];
  walk(parseAst(text, { lang: "tsx" }) as unknown as Node, (node) => {
    if (node.type === "JSXText" && isWord.test(node.value)) found.push(said(path, text, node, node.value));
    if (node.type === "JSXExpressionContainer")
      found.push(
        ...literalsOf(node.expression)
          .filter(isShown)
          .map(({ node: at, value }) => said(path, text, at, value)),
      );
    if (node.type !== "JSXAttribute") return true;
    const words = seen.has(nameOf(node.name)) ? literalsOf(node.value) : [];
    for (const { node: at, value } of words) if (isWord.test(value)) found.push(said(path, text, at, value));
    // Other attributes hold class names, addresses and the like, or markup again.
    return node.value?.expression?.type === "JSXElement";
  });
  return found;
}

/** Between braces a single word may be a choice, of a class or a key; two words or a capital are for people. */
const isShown = ({ value }: { value: string }) => isSentence.test(value) || /^\p{Lu}\p{Ll}+/u.test(value);

/** Literals that an expression may come to. */
function literalsOf(node: Node | null): { node: Node; value: string }[] {
  switch (node?.type) {
    case "Literal":
      return typeof node.value === "string" ? [{ node, value: node.value }] : [];
    case "TemplateLiteral":
      return node.quasis.map((quasi: Node) => ({ node: quasi, value: quasi.value.cooked ?? "" }));
    case "JSXExpressionContainer":
      return literalsOf(node.expression);
    case "ConditionalExpression":
      return [...literalsOf(node.consequent), ...literalsOf(node.alternate)];
    case "LogicalExpression":
      return [...literalsOf(node.left), ...literalsOf(node.right)];
    case "BinaryExpression":
      return node.operator === "+" ? [...literalsOf(node.left), ...literalsOf(node.right)] : [];
    default:
      return [];
  }
}

/** Whoever runs the portal or writes for it may be told in English: faults, log lines, the description for developers. */
const forDevelopers = /(^|\.)(Error|fault|header|warn|error|info|debug|fatal|log)$|Error$/;

/** Sentences in what the services answer: a refusal is a code, its sentence stands in i18n/. */
export function sentencesInServices({ path, text }: Source): string[] {
  const found: string[] = [];
  walk(parseAst(text, { lang: "ts" }) as unknown as Node, (node) => {
    if (node.type === "ImportDeclaration" || node.type === "ThrowStatement") return false;
    if (node.type === "NewExpression" || node.type === "CallExpression")
      return !forDevelopers.test(calleeOf(node));
    if (node.type === "Property") {
      const name = nameOf(node.key);
      if (name === "may" || name === "description") return false;
      // A policy is called by a sentence.
      if (node.key.type === "Literal") return walkInto(node.value);
    }
    for (const { value } of node.type === "Literal" || node.type === "TemplateLiteral"
      ? literalsOf(node)
      : [])
      if (isSentence.test(value)) found.push(said(path, text, node, value));
    return true;
  });
  return found;

  function walkInto(value: Node): false {
    found.push(...sentencesInServices({ path, text: `(${text.slice(value.start, value.end)})` }));
    return false;
  }
}

function walk(node: Node, visit: (node: Node) => boolean | undefined): void {
  if (visit(node) === false) return;
  for (const child of Object.values(node)) {
    if (Array.isArray(child)) for (const one of child) if (isNode(one)) walk(one, visit);
    if (isNode(child)) walk(child, visit);
  }
}

const isNode = (value: any): value is Node => typeof value?.type === "string";

const nameOf = (node: Node): string =>
  node.type === "JSXNamespacedName"
    ? `${node.namespace.name}:${node.name.name}`
    : String(node.name ?? node.value ?? "");

function calleeOf({ callee }: Node): string {
  return callee.type === "MemberExpression"
    ? `${calleeOf({ ...callee, callee: callee.object })}.${nameOf(callee.property)}`
    : nameOf(callee);
}

function said(path: string, text: string, node: Node, value: string): string {
  const line = text.slice(0, node.start).split("\n").length;
  return `${path}:${line}: ${value.trim().replaceAll(/\s+/g, " ")}`;
}
