import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { Trouble } from "../parts/Trouble.tsx";
import "../keys/keys.css";
import { useKeysOn } from "../keys/keys.ts";
import type { Choosing } from "./useSelection.ts";

type Props = {
  /** How many there are, also on pages that are not shown. */
  total: number;
  ids: () => Promise<string[]>;
  choosing: Choosing;
};

export const chooseAllId = "choose-all";

export function ChooseAll({ total, ids, choosing }: Props) {
  const { t } = useTranslation("bulk");
  const [lettersOn] = useKeysOn();
  const every = useMutation<string[], Problem>({ mutationFn: ids, onSuccess: choosing.all });
  const count = choosing.chosen.size;
  return (
    <div className="choose-all">
      <label className="choose">
        <input
          id={chooseAllId}
          type="checkbox"
          ref={(box) => {
            if (box) box.indeterminate = count > 0 && count < total;
          }}
          checked={count > 0 && count >= total}
          disabled={every.isPending}
          onChange={() => (count >= total ? choosing.none() : every.mutate())}
        />
        <span>{t("all", { count: total })}</span>
      </label>
      <span className="quiet small keys-line">
        {lettersOn && (
          <span>
            <kbd>x</kbd> {t("keys.one")}
          </span>
        )}
        <span>
          <kbd>{t("keys.shift")}</kbd> {t("keys.between")}
        </span>
      </span>
      {every.error && <Trouble problem={every.error} again={() => every.mutate()} />}
    </div>
  );
}
