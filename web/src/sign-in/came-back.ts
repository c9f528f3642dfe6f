import { refresh } from "../app/queries.ts";
import { tellTabs } from "../app/session.ts";

/** Who reads has signed in again, or more surely: that is asked anew, in this tab and in those that wait as well. */
export function cameBack(): Promise<void> {
  tellTabs("entered");
  return refresh("/api/session");
}
