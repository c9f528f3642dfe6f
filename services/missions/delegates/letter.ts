import { organisationNames } from "#services/names.ts";
import { postLetters } from "#services/post-letters.ts";
import { settingsNow } from "#services/settings-now.ts";
import { siteOf } from "#shared/config/site.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { recall } from "#shared/documents/remember.ts";
import { inLanguage, spoken } from "#shared/i18n/i18n.ts";
import { kernelOf } from "#shared/kernel.ts";
import { read } from "#shared/views/read.ts";
import { delegateLink, keepDelegateLink } from "../delegate-links/links.ts";
import { missionRows } from "../planning/views/missions.ts";
import type { actions } from "./contract.ts";
import { type Details, subjectOf } from "./details.ts";

type In = Input<typeof actions.writeToDelegate>;

/** In the language that their company named, with the link that is theirs. Who does not go any more gets none. */
export async function writeToDelegate(
  { mission, company, delegate, details: id, event }: In,
  ctx: CallContext,
) {
  const { config, mongo } = kernelOf(ctx.broker);
  const details = (await recall<Details>(ctx, [id])).get(id);
  if (!details) return {};
  const plan = await (await read(ctx, missionRows)).findById(mission).lean();
  // Its plan is in the log and on its way to the rows: asked again, it will be there.
  if (!plan) return refuse("busy");
  const [settings, names] = await Promise.all([settingsNow(ctx), organisationNames(ctx, [company])]);
  const link = delegateLink(config.secret, { mission, company, delegate });
  await keepDelegateLink(mongo, link);
  const { name, email, language } = details;
  const letter = {
    ...{ id: `${event}/${delegate}`, subject: subjectOf(delegate), to: email, language },
    template: plan.online ? ("delegate-named-online" as const) : ("delegate-named" as const),
    params: {
      ...{ name, company: names[company] ?? company },
      mission: inLanguage(plan.title, spoken(language, settings)),
      link: `${siteOf(config)}/delegate#${mission}.${delegate}.${link.secret}`,
    },
  };
  await postLetters(ctx, [letter]);
  return {};
}
