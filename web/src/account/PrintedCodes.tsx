import { createPortal } from "react-dom";
import type { RecoverySheet } from "./recovery-sheet.ts";

/** Goes on paper in place of the page that it stands beside. */
export function PrintedCodes({ title, use, facts, codes }: RecoverySheet) {
  return createPortal(
    <div className="stack recovery-sheet">
      <h1>{title}</h1>
      <p>{use}</p>
      <dl className="facts">
        {facts.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="recovery-boxes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>,
    document.body,
  );
}
