import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { RegistrationReview, useRegistration } from "../review/RegistrationReview.tsx";

export const paneId = "queue-item";

type Props = {
  id: string;
  name: string | undefined;
  onDone: (name: string) => unknown;
  onClose: () => void;
};

/** The item that is open, with all that decides on it. */
export function ItemPane({ id, name, onDone, onClose }: Props) {
  const { t } = useTranslation(["queue", "review"]);
  const { data } = useRegistration(id);
  const title = data?.name ?? name ?? t("review:one");
  return (
    <section className="queue-item" aria-labelledby={paneId}>
      <div className="queue-item-head">
        <h2 id={paneId} tabIndex={-1} dir="auto">
          {title}
        </h2>
        <div className="actions">
          <Link to="/admin/review/$id" params={{ id }}>
            {t("on-its-own")}
          </Link>
          <Button variant="default" size="sm" onClick={onClose}>
            {t("close")}
          </Button>
        </div>
      </div>
      <RegistrationReview id={id} onDecided={() => onDone(title)} />
    </section>
  );
}
