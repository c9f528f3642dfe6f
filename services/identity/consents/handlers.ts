import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { read } from "#shared/views/read.ts";
import { consent } from "./consents.ts";
import { type actions, type Purpose, purposes } from "./contract.ts";
import { answer } from "./rules.ts";
import { consentRows } from "./views/consents.ts";

export async function consents(_input: object, ctx: CallContext) {
  const row = await (await read(ctx, consentRows)).findById(personIn(ctx).person).lean();
  const answers = row?.answers.toReversed() ?? [];
  return {
    rows: (Object.keys(purposes) as Purpose[]).map((purpose) => {
      const text = purposes[purpose];
      const history = answers
        .filter((one) => one.purpose === purpose)
        .map(({ purpose: _purpose, ...own }) => own);
      const [last] = history;
      return { purpose, text, ...(last?.text === text && { given: last.given }), history };
    }),
  };
}

export function answerConsent(input: Input<typeof actions.answerConsent>, ctx: CallContext) {
  const { person } = personIn(ctx);
  return execute(ctx, consent, person, answer, { ...input, channel: "page" as const }, {}, () => ({}));
}
