import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { Trouble } from "../parts/Trouble.tsx";

type Props = { back: string | undefined; only?: string[] };

/** Where one may sign in beside here; or give a second factor, of those with whom somebody has an account. */
export function Providers({ back, only }: Props) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const all = useSession()?.providers ?? [];
  const go = useStep("POST /session/authentication-requests", ({ address }) => location.assign(address));
  const shown = all.filter(({ provider }) => !only || only.includes(provider));
  if (!shown.length) return null;
  return (
    <div className="stack">
      <div className="actions">
        {shown.map(({ provider, name }) => (
          <Button
            key={provider}
            variant="default"
            loading={go.isPending && go.variables?.provider === provider}
            onClick={() =>
              go.mutate({
                provider,
                language: i18n.language,
                ...(only && { proving: true }),
                ...(back && { back }),
              })
            }
          >
            {t("identity:providers.sign-in", { name })}
          </Button>
        ))}
      </div>
      {go.error && <Trouble problem={go.error} />}
    </div>
  );
}
