import { Link, useLocation, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../app/session.ts";
import { Page, Part } from "../parts/Page.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";
import { AskForLink } from "../sign-in/AskForLink.tsx";
import { DemoPersons } from "../sign-in/DemoPersons.tsx";
import { Providers } from "../sign-in/Providers.tsx";

export function SignInPage() {
  const { t } = useTranslation(["web", "identity"]);
  const { back, password } = useSearch({ from: "/sign-in/" });
  const { left } = useLocation({ select: ({ state }) => state });
  const session = useSession();
  return (
    <PlainShell>
      <Page
        title={t(password ? "identity:sign-in.new-password-title" : "identity:sign-in.title")}
        lead={t(password ? "identity:sign-in.forgot-lead" : "identity:sign-in.lead")}
      >
        {left && <p role="status">{t("identity:colleagues.left", { name: left })}</p>}
        <AskForLink back={back} />
        {!password && <Providers back={back} />}
        <p>
          <Link to="/sign-in/password" search={back ? { back } : {}}>
            {t("identity:sign-in.by-password")}
          </Link>
        </p>
        {session?.demo && !password && (
          <Part title={t("identity:sign-in.demo")}>
            <p className="quiet">{t("identity:sign-in.demo-lead")}</p>
            <DemoPersons back={back} />
          </Part>
        )}
      </Page>
    </PlainShell>
  );
}
