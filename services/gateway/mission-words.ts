import type { missions } from "#services/missions/missions.contract.ts";
import type { Output } from "#shared/contract/contract.ts";
import { days, text, wordsIn } from "#shared/i18n/i18n.ts";
import { asText, element } from "./elements.ts";

type Mission = Output<typeof missions.actions.mission>;
type Leg = Mission["legs"][number];

/** What a mission is for, for whom, and its programme by the clocks of each place; HTML. */
export function missionWords({ goals, targetProfile, legs }: Mission, lang: string): string {
  return [
    ...titled("mission.goals", goals, lang),
    ...titled("mission.target-profile", targetProfile, lang),
    ...(legs.some(({ programme }) => programme.length)
      ? [
          element("h2", asText(text(lang, "missions", "programme.title"))),
          ...legs.flatMap((leg) => ofLeg(leg, lang)),
        ]
      : []),
  ].join("");
}

function titled(title: string, lines: Mission["goals"], lang: string): string[] {
  if (!lines.length) return [];
  const items = lines.map((line) => element("li", inside(line, lang)));
  return [element("h2", asText(text(lang, "missions", title))), element("ul", items.join(""))];
}

/** Words by language, marked where they are not in the page's own. */
export function inside(byLanguage: Record<string, string>, lang: string): string {
  const { words, language } = wordsIn(byLanguage, lang);
  return language === lang ? asText(words) : element("span", asText(words), { lang: language, dir: "auto" });
}

function ofLeg({ city, timeZone, programme }: Leg, lang: string): string[] {
  if (!programme.length) return [];
  const items = programme
    .toSorted((one, other) => at(one).localeCompare(at(other)))
    .map(({ day, startsAt, endsAt, title, place }) => {
      const when = `${days(day, day, lang)}, ${startsAt}–${endsAt}`;
      return element("li", [asText(when), inside(title, lang), ...(place ? [asText(place)] : [])].join(", "));
    });
  return [element("h3", asText(`${city} (${timeZone})`)), element("ul", items.join(""))];
}

const at = ({ day, startsAt }: Leg["programme"][number]) => `${day} ${startsAt}`;
