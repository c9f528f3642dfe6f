import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { countryName, days, inLanguage, instant } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { AskMoment } from "./AskMoment.tsx";
import { FactList, type SetBy } from "./FactList.tsx";

type Was = Out<"GET /missions/:id/as-it-was">;

export default function MissionAsItWas({ id }: { id: string }) {
  return <AskMoment>{(at) => <At id={id} at={at} />}</AskMoment>;
}

function At({ id, at }: { id: string; at: string }) {
  const { t } = useTranslation("identity");
  const was = useAsk("GET /missions/:id/as-it-was", { id, at });
  return (
    <Asked of={was}>
      {({ mission, setBy }) =>
        mission ? <Facts mission={mission} setBy={setBy} /> : <p>{t("as-it-was.nothing")}</p>
      }
    </Asked>
  );
}

function Facts({ mission, setBy }: { mission: NonNullable<Was["mission"]>; setBy: SetBy[] }) {
  const { t, i18n } = useTranslation("missions");
  const language = i18n.language;
  const { title, firstDay, lastDay, legs, online, signUpOpensAt, signUpClosesAt } = mission;
  const { taken, capacity, waiting, minimum, goals, targetProfile, cancelled } = mission;
  const lines = (all: Record<string, string>[]) => all.map((one) => inLanguage(one, language)).join("\n");
  const facts = [
    { fact: "title", label: t("missions.one"), shown: inLanguage(title, language) },
    { fact: "cancelled", label: t("mission.state"), shown: cancelled && t("states.cancelled") },
    { fact: "firstDay", label: t("mission.when"), shown: days(firstDay, lastDay, language) },
    {
      fact: "legs",
      label: t(online ? "mission.online-with" : "mission.where"),
      shown: legs.map(({ city, country }) => `${city}, ${countryName(country, language)}`).join("\n"),
    },
    { fact: "online", label: t("mission.online-with"), shown: online && t("mission.online") },
    {
      fact: "signUpOpensAt",
      label: t("mission.sign-up"),
      shown: [
        t("mission.opens", { at: instant(signUpOpensAt, language) }),
        t("mission.closes", { at: instant(signUpClosesAt, language) }),
      ].join("\n"),
    },
    {
      fact: taken ? "taken" : "capacity",
      label: t("mission.seats"),
      shown: t("strip.taken", { taken, capacity }),
    },
    {
      fact: "waiting",
      label: t("entryStates.waiting"),
      shown: waiting && t("strip.waiting", { count: waiting }),
    },
    {
      fact: "minimum",
      label: t("mission.seats"),
      shown: minimum && t("mission.minimum", { count: minimum }),
    },
    { fact: "goals", label: t("mission.goals"), shown: lines(goals) },
    { fact: "targetProfile", label: t("mission.target-profile"), shown: lines(targetProfile) },
  ];
  const told = facts.flatMap(({ shown, ...one }) => (shown ? [{ ...one, shown }] : []));
  return <FactList service="missions" facts={told} setBy={setBy} />;
}
