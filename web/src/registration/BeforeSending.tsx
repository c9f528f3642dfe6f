import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { verdictOf } from "../parts/Criteria.tsx";
import type { Own } from "./draft.ts";

type Props = { own: Own; clashes: number };

/** The box to choose in, far above the button that sends. */
export const clashesId = "clashes";

/** What stands elsewhere on a long page, and whoever is about to send it had better know. */
export default function BeforeSending({ own: { criteria, answers }, clashes }: Props) {
  const { t } = useTranslation("sending");
  const failing = criteria.filter((one) => verdictOf(one, answers) === "fail").length;
  return (
    <>
      {failing > 0 && <p>{t("before.failing", { count: failing })}</p>}
      {clashes > 0 && (
        <p className="stale-note">
          {t("before.clashes", { count: clashes })}{" "}
          <button type="button" className="plain" onClick={() => focusOn(clashesId)}>
            {t("before.choose")}
          </button>
        </p>
      )}
    </>
  );
}
