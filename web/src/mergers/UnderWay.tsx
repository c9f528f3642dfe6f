import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { StateTag } from "../parts/StateTag.tsx";
import type { Preview, Registration } from "./sides.ts";

type Props = { all: Preview["underWay"]; sides: Registration[] };

/** Why they cannot be merged yet, with the way to what has to come first. */
export function UnderWay({ all, sides }: Props) {
  const { t } = useTranslation("review");
  return (
    <div className="stack" role="note">
      <p>{t("mergers.under-way")}</p>
      <ul className="rows">
        {all.map(({ id, state }) => (
          <li key={id}>
            <Link to="/admin/review/$id" params={{ id }}>
              {sides.find((side) => side.id === id)?.name}
            </Link>{" "}
            <StateTag service="partnerships" state={state} />
          </li>
        ))}
      </ul>
    </div>
  );
}
