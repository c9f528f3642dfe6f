import { lazy, Suspense } from "react";
import type { Props } from "../lists/Tools.tsx";

/** Needed by who takes a list along or keeps its filters; the list is there without. */
const Tools = lazy(() => import("../lists/Tools.tsx"));

export const ListTools = (props: Props) => (
  <Suspense>
    <Tools {...props} />
  </Suspense>
);
