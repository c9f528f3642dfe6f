import type { CallContext } from "#shared/contract/call.ts";
import { may } from "#shared/contract/may.ts";
import { kernelOf } from "#shared/kernel.ts";
import { not } from "#shared/mongo/filters.ts";
import { listActions } from "../lists/list-actions.ts";
import { type SavedView, savedViewsOf } from "./saved-views.ts";

type Shared = SavedView & { person: string };

/** What colleagues share of lists that the caller may see: filters say something of what is in them. */
export async function sharedWith(ctx: CallContext, person: string): Promise<Shared[]> {
  const others = await savedViewsOf(kernelOf(ctx.broker).mongo)
    .find({ _id: not(person), "views.shared": true })
    .sort({ _id: 1 })
    .lean();
  return others.flatMap(({ _id, views }) =>
    views.filter((view) => view.shared && maySee(ctx, view)).map((view) => ({ ...view, person: _id })),
  );
}

export const maySee = (ctx: CallContext, { list }: Pick<SavedView, "list">): boolean =>
  may(ctx, listActions[list], {});
