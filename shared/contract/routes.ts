import type { Action, Contract, Input, Reply, Route } from "./contract.ts";
import type { KernelRefusal } from "./refusals.ts";

/** An action without a route has the type of all routes, and is none. */
type RouteOf<A> = A extends { route?: infer R }
  ? Route extends R
    ? never
    : Exclude<R, undefined> & string
  : never;
type ByRoute<C extends Contract> = { [K in keyof C["actions"] as RouteOf<C["actions"][K]>]: C["actions"][K] };
type Intersect<U> = (U extends unknown ? (x: U) => void : never) extends (x: infer I) => void ? I : never;

/** `"POST /missions/:mission/claims"` to its action, over all contracts. */
export type Routes<C extends readonly Contract[]> = Intersect<{ [I in keyof C]: ByRoute<C[I]> }[number]>;

type AnyAction = Action<any, any, any, any>;
export type InputOf<Api, R extends keyof Api> = Api[R] extends AnyAction ? Input<Api[R]> : never;
export type ReplyOf<Api, R extends keyof Api> = Api[R] extends AnyAction
  ? Reply<Api[R]> | KernelRefusal
  : never;
