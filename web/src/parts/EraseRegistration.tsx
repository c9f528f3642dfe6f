import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { Confirm } from "./Confirm.tsx";
import { Part } from "./Page.tsx";
import { Trouble } from "./Trouble.tsx";

type Props = { id: string; by: "status" | "review"; onDone: () => unknown };

/** For the cluster itself, by its link, and for the office that it has asked. */
export function EraseRegistration({ id, by, onDone }: Props) {
  const { t } = useTranslation();
  const erase = useStep("POST /registrations/:id/erasure", onDone);
  return (
    <Part title={t(`${by}.erasure.title`)}>
      <div className="stack">
        <p className="quiet">{t(`${by}.erasure.why`)}</p>
        <Confirm
          ask={t(`${by}.erasure.ask`)}
          consequence={t(`${by}.erasure.consequence`)}
          yes={t(`${by}.erasure.yes`)}
          busy={erase.isPending}
          onYes={() => erase.mutate({ id })}
        />
        {erase.error && <Trouble problem={erase.error} />}
      </div>
    </Part>
  );
}
