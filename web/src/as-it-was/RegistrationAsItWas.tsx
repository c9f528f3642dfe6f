import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { instant } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";
import { useWords } from "../app/words.ts";
import { Asked } from "../parts/Asked.tsx";
import { sections } from "../registration/sections.ts";
import { useFieldNames } from "../registration/useFieldNames.ts";
import { useShown } from "../registration/useShown.ts";
import { AskMoment } from "./AskMoment.tsx";
import { FactList } from "./FactList.tsx";

type Was = Out<"GET /registrations/:id/as-it-was">;

export default function RegistrationAsItWas({ id }: { id: string }) {
  return <AskMoment>{(at) => <At id={id} at={at} />}</AskMoment>;
}

function At({ id, at }: { id: string; at: string }) {
  const { t } = useTranslation("identity");
  const was = useAsk("GET /registrations/:id/as-it-was", { id, at });
  return (
    <Asked of={was}>
      {(found) => (found.state ? <Facts was={found} /> : <p>{t("as-it-was.nothing")}</p>)}
    </Asked>
  );
}

function Facts({ was }: { was: Was }) {
  const { t, i18n } = useTranslation(["identity", "review"]);
  const { say } = useWords();
  const { state, dueAt, waivedFor, owner, answers, setBy } = was;
  const { fullNameOf } = useFieldNames();
  const shown = useShown(answers.country);
  const own = [
    { fact: "state", label: t("review:state"), shown: say(`partnerships:states.${state}`) },
    { fact: "dueAt", label: t("review:due-at"), shown: dueAt && instant(dueAt, i18n.language) },
    { fact: "owner", label: t("review:owner.title"), shown: owner },
    { fact: "waivedFor", label: t("as-it-was.waived-for"), shown: waivedFor },
  ].flatMap(({ shown: value, ...one }) => (value ? [{ ...one, shown: value }] : []));
  const answered = Object.values(sections)
    .flat()
    .filter((field) => answers[field] !== undefined)
    .map((field) => ({
      fact: field,
      label: fullNameOf(field),
      shown: shown(field, answers[field]),
    }));
  return (
    <>
      <FactList service="partnerships" facts={[...own, ...answered]} setBy={setBy} />
      {!answered.length && <p className="quiet">{t("as-it-was.erased")}</p>}
    </>
  );
}
