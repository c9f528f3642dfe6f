import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { instant } from "../app/format.ts";
import { askStepUp, isStepUp } from "../app/step-up.ts";
import { Trouble } from "./Trouble.tsx";
import { Waiting } from "./Waiting.tsx";

type Props<T> = { of: UseQueryResult<T, Problem>; children: (data: T) => ReactNode };

/** What helps: to ask once more, or to give the second factor, after which all that was refused for it is asked again. */
const againAfter = ({ error, refetch }: UseQueryResult<unknown, Problem>) =>
  isStepUp(error) ? askStepUp : error?.mayRepeat && refetch;

/** What was asked: on its way, refused, there, or there but of before the connection was lost. */
export function Asked<T>({ of, children }: Props<T>) {
  const { t, i18n } = useTranslation();
  if (of.data === undefined) {
    return of.error ? <Trouble problem={of.error} again={againAfter(of)} /> : <Waiting />;
  }
  const gone = of.error && !of.error.mayRepeat;
  // Without a connection the shell says so, once for the whole page.
  const older = of.error && !gone && of.error.status !== 0;
  return (
    <>
      {gone && <Trouble problem={of.error} again={againAfter(of)} />}
      {older && (
        <p className="stale-note" role="status">
          {t("as-of", { at: instant(new Date(of.dataUpdatedAt).toISOString(), i18n.language) })}
        </p>
      )}
      {children(of.data)}
    </>
  );
}
