import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { refresh, useStep } from "../app/queries.ts";
import type { Session } from "../app/session.ts";
import { Confirm } from "../parts/Confirm.tsx";
import { Trouble } from "../parts/Trouble.tsx";

type Props = { all: Session["providers"]; linked: string[] };

export function MyProviders({ all, linked }: Props) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const link = useStep("POST /account/authentication-requests", ({ address }) => location.assign(address));
  const unlink = useStep("DELETE /account/providers/:provider", () => refresh("/api/account"));
  return (
    <div className="stack">
      <p className="quiet">{t("identity:providers.lead")}</p>
      <ul className="rows">
        {all.map(({ provider, name }) =>
          linked.includes(provider) ? (
            <li key={provider}>
              <p>{t("identity:providers.linked", { name })}</p>
              <Confirm
                ask={t("identity:providers.unlink", { name })}
                consequence={t("identity:providers.unlink-sure", { name })}
                yes={t("identity:providers.unlink-yes")}
                busy={unlink.isPending}
                onYes={() => unlink.mutate({ provider })}
              />
            </li>
          ) : (
            <li key={provider}>
              <p>{t("identity:providers.not-linked", { name })}</p>
              <Button
                variant="default"
                loading={link.isPending}
                onClick={() => link.mutate({ provider, language: i18n.language })}
              >
                {t("identity:providers.link", { name })}
              </Button>
            </li>
          ),
        )}
      </ul>
      {link.error && <Trouble problem={link.error} />}
      {unlink.error && <Trouble problem={unlink.error} />}
    </div>
  );
}
