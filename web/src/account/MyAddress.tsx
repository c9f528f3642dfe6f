import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";

/** That a letter to whoever asks came back; nothing as long as letters arrive. */
export function MyAddress() {
  const { t, i18n } = useTranslation("mail");
  const marked = useAsk("GET /account/address", {}).data?.marked;
  if (!marked) return null;
  const { to, at } = marked;
  return <p role="status">{t("marked-addresses.own", { to, at: instant(at, i18n.language) })}</p>;
}
