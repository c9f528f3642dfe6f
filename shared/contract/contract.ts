import type { Static, TInteger, TObject, TSchema } from "typebox";
import Type from "typebox";
import { common, type Policies, type Policy } from "../access/policy.ts";
import type { Scope } from "../access/principal.ts";
import type { EndingTerm } from "../documents/terms.ts";
import { registerEvents } from "./events.ts";

/** What a service's door says. Data only: the web imports it as types, so nothing of it reaches the bundle. */
export type Route = `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;

export type RefusalKind =
  | "invalid"
  | "unauthenticated"
  | "not-allowed"
  | "not-found"
  | "conflict"
  | "stale"
  | "too-many"
  | "busy";
export type RefusalSpec<P extends TObject = TObject> = { kind: RefusalKind; params: P };
export type RefusalSpecs = Record<string, RefusalSpec>;

export type Action<
  In extends TObject = TObject,
  Out extends TSchema = TSchema,
  No extends RefusalSpecs = RefusalSpecs,
  R extends Route = Route,
> = {
  /** `<service>.<action>`, filled in by `contract()`. */
  name: string;
  /** A save changes a document, and decides nothing on a stream: repeating it does no harm, so it needs no idempotency key. */
  kind: "command" | "query" | "save";
  /** None: only for other services. */
  route?: R;
  /** Name of a policy of the service. There is no default. */
  may: string;
  /** That policy, filled in by `contract()`; before that nobody may. */
  policy: Policy;
  /** What a token has to be for, filled in by `contract()`: to read from its service, or to change there. */
  scope: Scope;
  input: In;
  output: Out;
  /** The code is the i18n key. */
  refusals: No;
  /** The caller must say which version it saw (`If-Match`); it arrives as `input.version`. */
  edits: boolean;
  /** Only in the browser that asked: the gateway gives it a cookie, whose hash arrives as `ctx.meta.browser`. */
  browser?: true;
  /** A query that answers about its caller alone: nobody else's data are read, so no line is kept of it (`shared/reads/`). */
  aboutCaller?: true;
  /** Everyone gets the same answer. The gateway keeps it until one of these services has an event, for a second at most; none: only the second counts. */
  sameForAll?: string[];
  /** The command of this service that makes all as it was before this one, for a time and while nobody has done anything since. */
  undoneBy?: string;
};

type Spec<In, Out, No, R> = {
  route?: R;
  may: string;
  input: In;
  output: Out;
  refusals?: No;
  edits?: boolean;
  browser?: true;
  aboutCaller?: true;
  sameForAll?: string[];
  undoneBy?: string;
};

/** Every command answers with the number of the commit that holds its outcome. */
type Positioned<Out extends TObject> = TObject<Out["properties"] & { position: TInteger }>;

export function command<
  In extends TObject,
  Out extends TObject,
  No extends RefusalSpecs = Record<never, never>,
  const R extends Route = Route,
>(spec: Spec<In, Out, No, R>): Action<In, Positioned<Out>, No, R> {
  const output = Type.Object(
    { ...spec.output.properties, position: Type.Integer({ minimum: 0 }) },
    { additionalProperties: false },
  ) as unknown as Positioned<Out>;
  return complete("command", { ...spec, output });
}

export function query<
  In extends TObject,
  Out extends TSchema,
  No extends RefusalSpecs = Record<never, never>,
  const R extends Route = Route,
>(spec: Spec<In, Out, No, R>): Action<In, Out, No, R> {
  return complete("query", spec);
}

export function save<
  In extends TObject,
  Out extends TSchema,
  No extends RefusalSpecs = Record<never, never>,
  const R extends Route = Route,
>(spec: Spec<In, Out, No, R>): Action<In, Out, No, R> {
  return complete("save", spec);
}

function complete<In extends TObject, Out extends TSchema, No extends RefusalSpecs, R extends Route>(
  kind: Action["kind"],
  spec: Spec<In, Out, No, R>,
): Action<In, Out, No, R> {
  return {
    name: "",
    policy: { may: {} },
    scope: ".write",
    edits: false,
    ...spec,
    kind,
    refusals: spec.refusals ?? ({} as No),
  };
}

export type EventSpec<D extends TObject = TObject> = {
  version: number;
  data: D;
  /** From the version in the key to the next one. */
  upcasts: Record<number, (data: any) => unknown>;
  /** What is kept about its record for such a term has an end from here on. */
  ends?: EndingTerm[];
  /** Nothing has come of its record's draft by it, though it names a document. */
  aside?: true;
};

/** What happened: ids, codes, numbers, instants and `PublicText`; no other text, for events cannot be erased. */
export const event = <D extends TObject>(
  version: number,
  data: D,
  upcasts: EventSpec["upcasts"] = {},
): EventSpec<D> => ({ version, data, upcasts });

export const ending = <E extends EventSpec<any>>(spec: E, ...ends: EndingTerm[]): E => ({
  ...spec,
  ends,
});

export const aside = <E extends EventSpec<any>>(spec: E): E => ({ ...spec, aside: true });

export type Contract = {
  name: string;
  policies?: Policies;
  actions: Record<string, Action<any, any, any, any>>;
  events: Record<string, EventSpec<any>>;
};

export function contract<const C extends Contract>(spec: C): C {
  const policies: Policies = { ...common, ...spec.policies };
  for (const [name, action] of Object.entries(spec.actions)) {
    action.name = `${spec.name}.${name}`;
    const policy = policies[action.may];
    if (!policy)
      throw new Error(`${action.name} names the policy "${action.may}", which its contract does not have.`);
    if (action.undoneBy && spec.actions[action.undoneBy]?.kind !== "command")
      throw new Error(
        `${action.name} is undone by "${action.undoneBy}", which is no command of its contract.`,
      );
    action.policy = policy;
    action.scope = `${spec.name}.${action.kind === "query" ? "read" : "write"}`;
  }
  registerEvents(spec.name, spec.events);
  return spec;
}

export type Input<A extends Action<any, any, any, any>> = Static<A["input"]>;
export type Output<A extends Action<any, any, any, any>> = Static<A["output"]>;
/** What an action may refuse with; of several actions, what any of them may. */
export type Refused<A extends Action<any, any, any, any>> =
  A extends Action<any, any, infer No, any>
    ? { [K in keyof No & string]: { refused: K; params: Static<No[K]["params"]> } }[keyof No & string]
    : never;
export type Reply<A extends Action<any, any, any, any>> = Output<A> | Refused<A>;
export type EventOf<C extends { events: Record<string, EventSpec<any>> }> = {
  [K in keyof C["events"] & string]: { type: K; data: Static<C["events"][K]["data"]> };
}[keyof C["events"] & string];
