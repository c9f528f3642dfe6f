import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import { useWords } from "../app/words.ts";
import "./as-it-was.css";

export type SetBy = {
  fact: string;
  event: string;
  at: string;
  who: string;
  erased?: boolean;
  text?: string;
  questions?: { field: string; text: string }[];
};
type Props = {
  service: "missions" | "partnerships";
  facts: { fact: string; label: string; shown: string }[];
  setBy: SetBy[];
};

/** What a record said, and under each of it what made it so, by whom, when and why. */
export function FactList({ service, facts, setBy }: Props) {
  const { t, i18n } = useTranslation("identity");
  const { say } = useWords();
  const doer = ({ who, erased, event }: SetBy) =>
    [erased && t("erased-person"), who].filter(Boolean).join(", ") ||
    say(`identity:doers.${event}`, { defaultValue: t("timeline.system") });
  return (
    <dl className="facts-was">
      {facts.map(({ fact, label, shown }) => {
        const set = setBy.find((one) => one.fact === fact);
        return (
          <Fragment key={fact}>
            <dt>{label}</dt>
            <dd>
              <span className="as-written" dir="auto">
                {shown}
              </span>
              {set && (
                <span className="quiet small">
                  {t("as-it-was.set", {
                    event: say(`${service}:events.${set.event}`),
                    at: instant(set.at, i18n.language),
                    who: doer(set),
                  })}
                </span>
              )}
              {set?.text && (
                <span className="quiet small as-written" dir="auto">
                  {t("as-it-was.because", { text: set.text })}
                </span>
              )}
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}
