import type { CallContext } from "#shared/contract/call.ts";
import { read } from "#shared/views/read.ts";
import { registrationRows } from "./views/registrations.ts";

/** Of a registration that has been sent. */
export const rowOf = async (ctx: CallContext, id: string) =>
  (await read(ctx, registrationRows)).findById(id).lean();

export type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
