import { lazy, type ReactNode, Suspense, useLayoutEffect } from "react";
import { useAwaited } from "../app/session.ts";
import { Waiting } from "../parts/Waiting.tsx";

const SessionEnded = lazy(() => import("./SessionEnded.tsx"));

/** A page that was typed on when its reader's session ended stays as it is, out of sight, until they are back. */
export function WhileSignedIn({ children }: { children: ReactNode }) {
  const awaited = useAwaited();
  useKeptPlace(Boolean(awaited));
  return (
    <>
      {awaited && (
        <Suspense fallback={<Waiting />}>
          <SessionEnded reader={awaited} />
        </Suspense>
      )}
      <div hidden={Boolean(awaited)}>{children}</div>
    </>
  );
}

/** The keyboard is where it was once what was out of sight is there again. */
function useKeptPlace(outOfSight: boolean): void {
  useLayoutEffect(() => {
    if (!outOfSight) return;
    const place = document.activeElement;
    return () => void requestAnimationFrame(() => place instanceof HTMLElement && place.focus());
  }, [outOfSight]);
}
