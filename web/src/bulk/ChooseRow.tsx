import { useTranslation } from "react-i18next";
import type { Choosing } from "./useSelection.ts";

type Props = { id: string; name: string; order: string[]; choosing: Choosing };

export function ChooseRow({ id, name, order, choosing }: Props) {
  const { t } = useTranslation("bulk");
  return (
    <label className="choose">
      <input
        type="checkbox"
        aria-label={t("choose", { name })}
        checked={choosing.chosen.has(id)}
        onChange={({ nativeEvent }) =>
          (nativeEvent as MouseEvent).shiftKey ? choosing.reach(id, order) : choosing.toggle(id)
        }
      />
    </label>
  );
}
