import { type Settings, settingsNow } from "#services/settings-now.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { kernelOf } from "#shared/kernel.ts";
import { below } from "#shared/mongo/filters.ts";
import { markedAddressesOf, markedAmong } from "../marked-addresses/marked.ts";
import type { actions } from "./contract.ts";
import { type Letter, outboxOf } from "./outbox.ts";
import { queueLetters } from "./queue.ts";
import { contentOf } from "./templates.ts";

export async function post({ letters }: Input<typeof actions.post>, ctx: CallContext) {
  const kernel = kernelOf(ctx.broker);
  const posted = letters.map(({ notAfter, ...letter }) => ({
    ...letter,
    ...(notAfter && { notAfter: new Date(notAfter) }),
  }));
  await queueLetters(kernel, posted, kernel.clock.now());
  return {};
}

export async function outboxNow(_input: object, ctx: CallContext) {
  const { mongo } = kernelOf(ctx.broker);
  const last = await outboxOf(mongo).findOne({}, { changedAt: 1 }).sort({ changedAt: -1 }).lean();
  const marked = await markedAddressesOf(mongo).countDocuments();
  return { ...(last?.changedAt && { changedAt: last.changedAt.toISOString() }), marked };
}

export async function letters({ state, before, limit }: Input<typeof actions.letters>, ctx: CallContext) {
  const kernel = kernelOf(ctx.broker);
  const { mongo, config } = kernel;
  const found = await outboxOf(mongo)
    .find({ ...(state && { state }), ...(before && olderThan(before)) })
    .sort({ at: -1, _id: -1 })
    .limit(limit)
    .lean();
  const last = found.length === limit ? found.at(-1) : undefined;
  const settings = config.demo ? await settingsNow(ctx) : undefined;
  const marked = await markedAmong(
    kernel,
    found.map(({ to }) => to),
  );
  return {
    rows: found.map((letter, n) => ({ ...shown(letter, settings), marked: marked[n]! })),
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
