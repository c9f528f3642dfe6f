import { organisationNames } from "#services/names.ts";
import { type Letter, postLetters } from "#services/post-letters.ts";
import { type Settings, settingsNow } from "#services/settings-now.ts";
import { siteOf } from "#shared/config/site.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { inLanguage, spoken, text } from "#shared/i18n/i18n.ts";
import { kernelOf } from "#shared/kernel.ts";
import { orderOf } from "#shared/log/events.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { endOf } from "../planning/missions.ts";
import { type MissionRow, missionRows } from "../planning/views/missions.ts";
import { keepSeatLinks, seatLink } from "../seat-links/links.ts";
import type { actions } from "./contract.ts";
import { type Member, membersOf } from "./members.ts";

const dayMs = 24 * 60 * 60_000;
/** Later than that nobody is told any more, as when an old log meets a reaction that is new. */
const toldForMs = 7 * dayMs;
/** A link changes something until its mission is over, and says for so long afterwards that it is. */
const explainedForMs = 30 * dayMs;

type News = Input<typeof actions.writeToCompanies>["news"][number];

/** `<position>.<n>`, as an event's id is written. */
export const orderIn = (event: string) => orderOf({ id: event, position: Number.parseInt(event, 10) });

/** A letter of each to everyone who acts for its company, with a link of its own. */
export async function writeLetters(ctx: CallContext, all: News[]) {
  const { mongo, clock, config } = kernelOf(ctx.broker);
  const now = clock.now();
  const news = all.filter(({ at }) => now.getTime() - Date.parse(at) <= toldForMs);
  const companies = [...new Set(news.map(({ company }) => company))];
  const members = companies.length ? await membersOf(ctx, companies) : [];
  if (!members.length) return {};
  const rows = await rowsOf(ctx, news);
  // Its plan is in the log and on its way to the rows: asked again, it will be there.
  if (news.some(({ mission }) => !rows.has(mission))) return refuse("busy");
  const [settings, names] = await Promise.all([settingsNow(ctx), organisationNames(ctx, companies)]);
  const written = news.flatMap((one) =>
    members
      .filter(({ organisation }) => organisation === one.company)
      .map((member) => {
        const { mission, company, event } = one;
        const row = rows.get(mission)!;
        const endsAt = new Date(endOf(row.lastDay) + explainedForMs);
        const own = { mission, company, person: member.person, order: orderIn(event), at: now, endsAt };
        const link = seatLink(config.secret, own);
        const page = `${siteOf(config)}/seat#${mission}.${link._id}.${link.secret}`;
        return { link, letter: letterOf(one, member, { row, settings, name: names[company], page }) };
      }),
  );
  await keepSeatLinks(
    mongo,
    written.map(({ link }) => link),
  );
  await postLetters(
    ctx,
    written.map(({ letter }) => letter),
  );
  return {};
}

async function rowsOf(ctx: CallContext, news: News[]) {
  const missions = [...new Set(news.map(({ mission }) => mission))];
  const rows = await (await read(ctx, missionRows)).find({ _id: among(missions) }).lean();
  return new Map(rows.map((row) => [row._id, row]));
}

type Filling = { row: MissionRow; settings: Settings; name: string | undefined; page: string };

function letterOf(
  { company, seats, about, event }: News,
  { person, name, email, language }: Member,
  filling: Filling,
): Letter {
  const { row, settings, page } = filling;
  const locale = spoken(language, settings);
  return {
    id: `${event}/${person}`,
    subject: `person/${person}`,
    to: email,
    language,
    template: `seat-${about}`,
    params: {
      name,
      company: filling.name ?? company,
      mission: inLanguage(row.title, locale),
      seats: text(locale, "missions", "seats", { count: seats }),
      link: page,
    },
  };
}
