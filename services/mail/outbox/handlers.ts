import { type Settings, settingsNow } from "#services/settings-now.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { kernelOf } from "#shared/kernel.ts";
import { below } from "#shared/mongo/filters.ts";
import type { actions } from "./contract.ts";
import { type Letter, outboxOf } from "./outbox.ts";
import { contentOf } from "./templates.ts";

const keptMs = 90 * 24 * 60 * 60_000;

export async function post({ id, notAfter, ...letter }: Input<typeof actions.post>, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const at = clock.now();
  const fresh = {
    ...letter,
    ...(notAfter && { notAfter: new Date(notAfter) }),
    ...{ state: "waiting", tries: 0, dueAt: at, at, endsAt: new Date(at.getTime() + keptMs) },
  };
  await outboxOf(mongo).updateOne({ _id: id }, { $setOnInsert: fresh }, { upsert: true });
  return {};
}

export async function letters({ state, before, limit }: Input<typeof actions.letters>, ctx: CallContext) {
  const { mongo, config } = kernelOf(ctx.broker);
  const found = await outboxOf(mongo)
    .find({ ...(state && { state }), ...(before && olderThan(before)) })
    .sort({ at: -1, _id: -1 })
    .limit(limit)
    .lean();
  const last = found.length === limit ? found.at(-1) : undefined;
  const settings = config.demo ? await settingsNow(ctx) : undefined;
  return {
    rows: found.map((letter) => shown(letter, settings)),
    ...(last && { next: `${last.at.toISOString()}/${last._id}` }),
  };
}

/** Many letters may be of one moment. */
function olderThan(letter: string) {
  const [moment = "", ...id] = letter.split("/");
  const at = new Date(moment);
  return { $or: [{ at: below(at) }, { at, _id: below(id.join("/")) }] };
}

/** With the settings, as in a demo, also what is in it. */
function shown(letter: Letter, settings: Settings | undefined) {
  const { _id: id, to, template, state, at, sentAt, tries, error } = letter;
  const content = settings && contentOf(letter, settings);
  return {
    ...{ id, to, template, state, at: at.toISOString(), tries },
    ...(sentAt && { sentAt: sentAt.toISOString() }),
    ...(error && { error }),
    ...(content && { content: { subject: content.subject, text: content.text } }),
  };
}
