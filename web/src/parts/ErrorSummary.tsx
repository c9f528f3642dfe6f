import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import "./error-summary.css";

export type Fault = { target: string; label: string; why: string };

/** All that is wrong, at one place, each a way to its field. It takes the focus when it appears and when it changes. */
export function ErrorSummary({ faults, attempt }: { faults: Fault[]; attempt: number }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failed attempt takes the focus again
  useEffect(() => {
    if (faults.length) box.current?.focus();
  }, [attempt]);
  if (!faults.length) return null;
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t("errors.title", { count: faults.length })}</h2>
      <ul>
        {faults.map(({ target, label, why }) => (
          <li key={label}>
            <a href={`#${target}`} onClick={(event) => goTo(event, target)}>
              {label}
            </a>
            {t("colon")} {why}
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(event: React.MouseEvent, target: string) {
  event.preventDefault();
  const field = document.getElementById(target);
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}
