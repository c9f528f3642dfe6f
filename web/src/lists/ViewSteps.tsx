import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { may } from "../app/may.ts";
import { InPlace } from "../parts/InPlace.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { NameForm } from "./NameForm.tsx";
import { useSaving } from "./useSaving.ts";
import type { View } from "./views.ts";

/** What its reader may do with the view they look at. */
export function ViewSteps({ view: shown }: { view: View }) {
  const { t } = useTranslation("identity");
  const { view, name, shared, first } = shown;
  const rename = useSaving("PUT /saved-views/:view/name");
  const share = useSaving("PUT /saved-views/:view/sharing");
  const open = useSaving("PUT /saved-views/:view/default");
  const remove = useSaving("DELETE /saved-views/:view");
  const problem = share.error ?? open.error ?? remove.error;
  const step = (words: string, busy: boolean, onClick: () => void) => (
    <Button variant="default" loading={busy} onClick={onClick}>
      {words}
      <span className="hidden-text"> {name}</span>
    </Button>
  );
  return (
    <div className="actions">
      {may(shown, "rename") && (
        <InPlace ask={t("lists.views.rename")} about={name}>
          {(close) => (
            <NameForm
              name={name}
              yes={t("lists.views.rename")}
              saving={rename}
              onName={(to) => rename.mutate({ view, name: to }, { onSuccess: close })}
              onCancel={close}
            />
          )}
        </InPlace>
      )}
      {may(shown, "share") &&
        step(t(shared ? "lists.views.unshare" : "lists.views.share"), share.isPending, () =>
          share.mutate({ view, shared: !shared }),
        )}
      {step(t(first ? "lists.views.not-first" : "lists.views.make-first"), open.isPending, () =>
        open.mutate({ view, first: !first }),
      )}
      {may(shown, "remove") && step(t("lists.views.remove"), remove.isPending, () => remove.mutate({ view }))}
      {problem && <Trouble problem={problem} />}
    </div>
  );
}
