import { useTranslation } from "react-i18next";

/** What an answer was the round before, for the office; nothing when it is new. */
export function AnswerBefore({ shown }: { shown: string }) {
  const { t } = useTranslation("review");
  return (
    <p className="quiet small answer-before">
      {shown ? (
        <>
          {t("before")} <del>{shown}</del>
        </>
      ) : (
        t("new")
      )}
    </p>
  );
}
