import type { TObject, TProperties } from "typebox";
import Type from "typebox";
import type { RefusalKind, RefusalSpec } from "./contract.ts";
import { closed, list, ScopeWord } from "./schemas.ts";

const kind =
  (of: RefusalKind) =>
  <P extends TProperties = Record<never, never>>(params: P = {} as P): RefusalSpec<TObject<P>> => ({
    kind: of,
    params: closed(params),
  });

export const invalid = kind("invalid");
/** Not who they say, or nobody they can be taken for. */
export const unauthenticated = kind("unauthenticated");
export const notAllowed = kind("not-allowed");
export const notFound = kind("not-found");
export const conflict = kind("conflict");
export const stale = kind("stale");
export const tooMany = kind("too-many");
export const busy = kind("busy");

/** A refusal is data: a code with parameters. The code is the i18n key. */
export function refuse<const K extends string>(refused: K): { refused: K; params: Record<string, never> };
export function refuse<const K extends string, P extends object>(
  refused: K,
  params: P,
): { refused: K; params: P };
export function refuse(refused: string, params: object = {}) {
  return { refused, params };
}

export const isRefusal = <T>(reply: T): reply is Extract<T, { refused: string }> =>
  typeof reply === "object" && reply !== null && "refused" in reply;

/** A sentence with hyphens, as texts are found by it. */
const Slug = () => Type.String({ pattern: "^[a-z]+(-[a-z]+)*$", maxLength: 80, "x-code": true });

/** What the kernel itself may answer to any action, beside the action's own refusals. */
export const kernelRefusals = {
  /** Nobody asks what somebody may. */
  unauthenticated: unauthenticated({ rule: Slug(), grantedBy: list(Slug()) }),
  /** `rule`: the policy that says so; `grantedBy`: those who may. */
  "not-allowed": notAllowed({ rule: Slug(), grantedBy: list(Slug()) }),
  /** What they ask is for staff, who count as such only in a session with a second factor. */
  "second-factor-needed": notAllowed(),
  /** They may, once they have given their second factor again: it was ten minutes ago or more. */
  "step-up-required": notAllowed(),
  /** They may, but only themselves. */
  "not-by-token": notAllowed({ rule: Slug() }),
  /** They may, but their token is not for it; `scope`: what it would have to be for. */
  "outside-scope": notAllowed({ rule: Slug(), scope: ScopeWord() }),
  "not-found": notFound(),
  /** The record has moved on since the version the caller saw. */
  stale: stale({ version: Type.Integer() }),
  /** The key was used for another request before. */
  "key-reused": invalid(),
  /** Too many commands wait, or a stream was too contended. */
  busy: busy(),
} as const;

export type KernelRefusal = { refused: keyof typeof kernelRefusals; params: object };
