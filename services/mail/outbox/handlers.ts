import { type Settings, settingsNow } from "#services/settings-now.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { kernelOf } from "#shared/kernel.ts";
import { above, below } from "#shared/mongo/filters.ts";
import { markedAddressesOf, markedAmong } from "../marked-addresses/marked.ts";
import type { actions } from "./contract.ts";
import { type Letter, outboxOf } from "./outbox.ts";
import { queueLetters } from "./queue.ts";
import { contentOf } from "./templates.ts";

/** A mail server that is away for a moment is nobody's concern. */
const lateAfterMs = 10 * 60_000;

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
  const { mongo, clock } = kernelOf(ctx.broker);
  const outbox = outboxOf(mongo);
  const last = await outbox.findOne({}, { changedAt: 1 }).sort({ changedAt: -1 }).lean();
  const marked = await markedAddressesOf(mongo).countDocuments();
  const longAgo = new Date(clock.now().getTime() - lateAfterMs);
  // What was put off by intent, as a second word in a day to the office, is not late.
  const tried = { $or: [{ tries: above(0) }, { dueAt: below(longAgo) }] };
  const late = await outbox.countDocuments({ state: "waiting", at: below(longAgo), ...tried });
  return { ...(last?.changedAt && { changedAt: last.changedAt.toISOString() }), marked, late };
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
