import type { Context } from "moleculer";
import type { Principal } from "./principal.ts";

/**
 * `yes`; `no`: the caller may know that the record is there, but not do this;
 * `hidden`: the answer is the same as for a record that does not exist.
 */
export type Verdict = "yes" | "no" | "hidden";

export type Policy = (who: Principal, input: any, ctx: Context<any, any>) => Verdict | Promise<Verdict>;

/** A sentence that names who may, and the rule behind it. */
export type Policies = Record<string, Policy>;

export const yesIf = (condition: boolean): Verdict => (condition ? "yes" : "no");

export const anyone: Policies = { anyone: () => "yes" };
