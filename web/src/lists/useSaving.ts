import type { CommandRoute } from "../app/api.ts";
import { refresh, useStep } from "../app/queries.ts";
import { viewsPath } from "./views.ts";

type Route = Extract<CommandRoute, `${string} /saved-views${string}`>;

/** A step with a view, after which all views are asked again. */
export const useSaving = <R extends Route>(route: R) => useStep(route, () => refresh(viewsPath));
