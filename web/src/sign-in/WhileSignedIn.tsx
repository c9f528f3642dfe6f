import { lazy, type ReactNode, Suspense, useLayoutEffect } from "react";
import { useAwaited } from "../app/session.ts";
import { useStepUpAsked } from "../app/step-up.ts";
import { Waiting } from "../parts/Waiting.tsx";

const SignInAgain = lazy(() => import("./SignInAgain.tsx"));

/**
 * A page that was typed on when its reader's session ended, or on which a step asks their second factor anew, stays as it is,
 * out of sight, until they are back.
 */
export function WhileSignedIn({ children }: { children: ReactNode }) {
  const awaited = useAwaited();
  const outOfSight = useStepUpAsked() || Boolean(awaited);
  useKeptPlace(outOfSight);
  return (
    <>
      {outOfSight && (
        <Suspense fallback={<Waiting />}>
          <SignInAgain awaited={awaited} />
        </Suspense>
      )}
      <div hidden={outOfSight}>{children}</div>
    </>
  );
}

/** The keyboard is where it was once what was out of sight is there again, unless a new page has taken it. */
function useKeptPlace(outOfSight: boolean): void {
  useLayoutEffect(() => {
    if (!outOfSight) return;
    const place = document.activeElement;
    const goBack = () => {
      if (place instanceof HTMLElement && document.activeElement === document.body) place.focus();
    };
    return () => void requestAnimationFrame(goBack);
  }, [outOfSight]);
}
