import { useTranslation } from "react-i18next";
import { dayOf, inLanguage } from "../app/format.ts";
import { useInstallation } from "../app/installation.ts";
import { useAsk } from "../app/queries.ts";

/** What whoever finds the codes again in a year has to know, on paper and in a file alike. */
export type RecoverySheet = { title: string; use: string; facts: [string, string][]; codes: string[] };

export function useRecoverySheet(codes: string[]): RecoverySheet {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const name = useInstallation()?.name;
  const email = useAsk("GET /account", {}).data?.email;
  const facts: [string, string | undefined][] = [
    [t("identity:account.sheet.portal"), name && inLanguage(name, i18n.language)],
    [t("identity:account.sheet.address"), location.origin],
    [t("identity:account.sheet.email"), email],
    [t("identity:account.sheet.made"), dayOf(new Date().toISOString(), i18n.language)],
  ];
  return {
    title: t("identity:account.sheet.title"),
    use: t("identity:account.sheet.use"),
    facts: facts.filter((fact): fact is [string, string] => Boolean(fact[1])),
    codes,
  };
}

export const asText = ({ title, use, facts, codes }: RecoverySheet): string =>
  [
    ...[title, "", use, ""],
    ...facts.map(([what, value]) => `${what}: ${value}`),
    ...["", ...codes.map((code) => `[ ] ${code}`), ""],
  ].join("\r\n");
