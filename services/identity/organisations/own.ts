import type { CallContext } from "#shared/contract/call.ts";
import { read } from "#shared/views/read.ts";
import { organisationRows } from "./views/organisations.ts";

export const organisationOf = async (ctx: CallContext, organisation: string) =>
  (await read(ctx, organisationRows)).findById(organisation).lean();

/** None of one that is not there. */
export const kindOf = async (ctx: CallContext, organisation: string) =>
  (await organisationOf(ctx, organisation))?.kind;
