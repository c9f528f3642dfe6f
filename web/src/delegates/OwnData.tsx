import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { days, inLanguage } from "../app/format.ts";
import { may } from "../app/may.ts";
import { AnswersForm } from "./AnswersForm.tsx";

export type Own = Out<"GET /missions/:mission/delegates/:delegate">;
type Props = { link: { mission: string; delegate: string }; own: Own };

/** What their company said of them, what is asked of them and why, and until when it is kept. */
export function OwnData({ link, own }: Props) {
  const { t, i18n } = useTranslation("delegates");
  const language = i18n.language;
  const { companyName: company, role, firstDay, lastDay, keptUntil } = own;
  const mission = inLanguage(own.title, language);
  return (
    <div className="stack">
      <p>
        <strong>{own.name}</strong>
      </p>
      <p>{t("own.named", { company, mission, role, days: days(firstDay, lastDay, language) })}</p>
      {may(own, "answer") ? (
        <>
          <p>{t(own.online ? "own.why-online" : "own.why")}</p>
          <AnswersForm link={link} own={own} />
        </>
      ) : (
        <p>{t("own.over")}</p>
      )}
      <p className="quiet small">{t("own.kept", { day: days(keptUntil, keptUntil, language) })}</p>
    </div>
  );
}
