import { useTranslation } from "react-i18next";

/** What the cluster itself wrote to a question of the office. */
export function OwnReply({ text }: { text: string }) {
  const { t } = useTranslation("sending");
  return (
    <p className="as-written" dir="auto" data-own-reply>
      <strong>{t("asked.own")}</strong> {text}
    </p>
  );
}
