import { mail } from "#services/mail/mail.contract.ts";
import { organisationNames } from "#services/names.ts";
import { settingsNow } from "#services/settings-now.ts";
import { siteOf } from "#shared/config/site.ts";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { inLanguage, spoken, text } from "#shared/i18n/i18n.ts";
import { kernelOf } from "#shared/kernel.ts";
import { read } from "#shared/views/read.ts";
import { endOf } from "../planning/missions.ts";
import { missionRows } from "../planning/views/missions.ts";
import { makeSeatLink } from "../seat-links/links.ts";
import type { subjects } from "./contract.ts";
import { membersOf } from "./members.ts";

const dayMs = 24 * 60 * 60_000;
/** Later than that nobody is told any more, as when an old log meets a reaction that is new. */
const toldForMs = 7 * dayMs;
/** A link changes something until its mission is over, and says for so long afterwards that it is. */
const explainedForMs = 30 * dayMs;

type News = {
  mission: string;
  about: (typeof subjects)[number];
  event: string;
  order: number;
  at: string;
};
type Entry = { company: string; seats: number };

/** A letter to everyone who acts for one of these companies, each with a link of its own. */
export async function writeLetters(ctx: CallContext, news: News, entries: Entry[]) {
  const { mission, about, event, order, at } = news;
  const { mongo, clock, config } = kernelOf(ctx.broker);
  const now = clock.now();
  if (now.getTime() - Date.parse(at) > toldForMs) return {};
  const companies = entries.map(({ company }) => company);
  const members = await membersOf(ctx, companies);
  if (!members.length) return {};
  const row = await (await read(ctx, missionRows)).findById(mission).lean();
  // Its plan is in the log and on its way to the rows: asked again, it will be there.
  if (!row) return refuse("busy");
  const [settings, names] = await Promise.all([settingsNow(ctx), organisationNames(ctx, companies)]);
  const counts = new Map(entries.map(({ company, seats }) => [company, seats]));
  const endsAt = new Date(endOf(row.lastDay) + explainedForMs);
  for (const { organisation: company, person, name, email, language } of members) {
    const own = { mission, company, person, order, at: now, endsAt };
    const link = await makeSeatLink(mongo, config.secret, own);
    const locale = spoken(language, settings);
    const letter = {
      id: `${event}/${person}`,
      subject: person,
      to: email,
      language,
      template: `seat-${about}` as const,
      params: {
        name,
        company: names[company] ?? company,
        mission: inLanguage(row.title, locale),
        seats: text(locale, "missions", "seats", { count: counts.get(company) }),
        link: `${siteOf(config)}/seat#${mission}.${link._id}.${link.secret}`,
      },
    };
    await callAs(ctx.broker, mail.actions.post, letter, asSystem("missions"), ctx);
  }
  return {};
}
