import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { carryLink, type Problem } from "../app/api.ts";
import { useAsk } from "../app/queries.ts";
import { OwnData } from "../delegates/OwnData.tsx";
import { Asked } from "../parts/Asked.tsx";
import { useHash } from "../parts/address-hash.ts";
import { Page } from "../parts/Page.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";

type DelegateLink = { mission: string; delegate: string };

const form = /^#([a-z0-9][a-z0-9-]{2,63})\.([a-z0-9-]{3,64})\.([A-Za-z0-9_-]{43})$/;

/** What stands after the # of a letter's link, which no server sees. */
function useDelegateLink(): DelegateLink | undefined {
  const hash = useHash();
  return useMemo(() => {
    const [, mission, delegate, secret] = form.exec(hash) ?? [];
    if (!mission || !delegate || !secret) return undefined;
    carryLink(delegate, secret);
    return { mission, delegate };
  }, [hash]);
}

/** Where the letter to somebody who goes leads: to their own data, without signing in. */
export function DelegatePage() {
  const { t } = useTranslation("delegates");
  const link = useDelegateLink();
  return (
    <PlainShell>
      <Page title={t("own.title")}>{link ? <ByLink key={link.delegate} link={link} /> : <DeadLink />}</Page>
    </PlainShell>
  );
}

const opensNothing = ({ mayRepeat, status }: Problem) => !mayRepeat && status < 500;

function ByLink({ link }: { link: DelegateLink }) {
  const own = useAsk("GET /missions/:mission/delegates/:delegate", link);
  if (own.error && opensNothing(own.error)) return <DeadLink />;
  return <Asked of={own}>{(found) => <OwnData link={link} own={found} />}</Asked>;
}

function DeadLink() {
  const { t } = useTranslation("delegates");
  return (
    <div className="stack" role="alert">
      <p>
        <strong>{t("own.dead")}</strong>
      </p>
      <p>{t("own.dead-why")}</p>
    </div>
  );
}
