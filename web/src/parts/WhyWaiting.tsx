import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import type { Entry } from "./EntryState.tsx";

/** To who waits: by what rule, why not yet, and when it was passed over. */
export function WhyWaiting({ entry, free }: { entry: Entry; free: number }) {
  const { t, i18n } = useTranslation("missions");
  const { least, skipped } = entry;
  const count = (one: number) => t("seats", { count: one });
  const earlier = (skipped?.times ?? 0) - (skipped?.last.length ?? 0);
  return (
    <div className="stack" data-skipped={skipped?.times}>
      <p className="quiet small">{t("sign-up.rule")}</p>
      <p>
        <strong>{t("entry.why.title")}</strong>
      </p>
      <p>{t("entry.why.now", { free, least: count(least) })}</p>
      {skipped && skipped.times > 0 && (
        <ul className="rows">
          {skipped.last.map(({ at, free: left }) => (
            <li key={at}>{t("entry.why.skip", { at: instant(at, i18n.language), seats: count(left) })}</li>
          ))}
          {earlier > 0 && <li>{t("entry.why.earlier", { count: earlier })}</li>}
        </ul>
      )}
    </div>
  );
}
