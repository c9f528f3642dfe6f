import { randomInt } from "node:crypto";
import { postLetters } from "#services/post-letters.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { draftOf } from "#shared/documents/drafts.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import { above } from "#shared/mongo/filters.ts";
import type { Answers } from "../registrations/answers.ts";
import { answersIn } from "../replies/replies.ts";
import { addressesOf, hashFor } from "./addresses.ts";
import type { actions } from "./contract.ts";
import { overDay, overHour } from "./limits.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

const minuteMs = 60_000;
/** A code lasts half an hour and has five tries. A new one brings new tries, so they are counted over all codes as well. */
const limits = { codeMs: 30 * minuteMs, tries: 5, codes: 5, triesOfAll: 10 };

export async function sendAddressCode({ id }: In<"sendAddressCode">, ctx: CallContext) {
  const kernel = kernelOf(ctx.broker);
  const now = kernel.clock.now();
  const answers = await answersNow(ctx, id);
  if (!answers) return refuse("not-found");
  const { contactEmail, contactLanguage: language = "en" } = answers;
  if (!contactEmail) return refuse("partnerships.no-address");
  const until =
    (await overHour(kernel, `codes/${id}`, limits.codes)) ?? (await overDay(kernel, contactEmail));
  if (until) return enough(until);
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const codeUntil = new Date(now.getTime() + limits.codeMs);
  const hashes = {
    code: hashFor(kernel, id, contactEmail, code),
    codeFor: hashFor(kernel, id, contactEmail),
  };
  await addressesOf(kernel.mongo).updateOne(
    { _id: id },
    { $set: { ...hashes, left: limits.tries, codeUntil } },
    { upsert: true, setDefaultsOnInsert: true },
  );
  await postLetters(ctx, [
    {
      id: `${newId()}/${id}`,
      subject: `registration/${id}`,
      to: contactEmail,
      language,
      template: "address-code",
      // No words of the draft: whoever began it may have had the letter sent to a stranger.
      params: { code },
    },
  ]);
  const { demo, smtpUrl } = kernel.config;
  return { endsAt: codeUntil.toISOString(), ...(demo && !smtpUrl && { code }) };
}

export async function confirmAddress({ id, code }: In<"confirmAddress">, ctx: CallContext) {
  const kernel = kernelOf(ctx.broker);
  const address = (await answersNow(ctx, id))?.contactEmail;
  if (!address) return refuse("partnerships.code-over");
  const addresses = addressesOf(kernel.mongo);
  const confirmed = hashFor(kernel, id, address);
  // Counted before it is looked at, so that a thousand tries at once are no more than one after the other.
  const tried = await addresses
    .findOneAndUpdate(
      { _id: id, left: above(0), codeUntil: above(kernel.clock.now()) },
      { $inc: { left: -1 } },
      { returnDocument: "after" },
    )
    .lean();
  if (!tried) {
    // The answer to the same code may have been lost on its way.
    return (await addresses.exists({ _id: id, confirmed })) ? {} : refuse("partnerships.code-over");
  }
  const until = await overHour(kernel, `tries/${id}`, limits.triesOfAll);
  if (until) return enough(until);
  if (tried.code !== hashFor(kernel, id, address, code))
    return refuse("partnerships.code-wrong", { left: tried.left! });
  await addresses.updateOne(
    { _id: id },
    { $set: { confirmed }, $unset: { code: true, codeFor: true, codeUntil: true, left: true } },
  );
  return {};
}

const enough = (until: Date) => refuse("partnerships.codes-enough", { until: until.toISOString() });

async function answersNow(ctx: CallContext, id: string): Promise<Answers | undefined> {
  const draft = await draftOf(kernelOf(ctx.broker), "partnerships", id);
  return draft ? answersIn(draft) : undefined;
}
