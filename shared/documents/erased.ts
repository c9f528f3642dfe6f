import type { Recorded } from "../log/commit.ts";
import { idOf } from "../log/events.ts";
import type { Subject } from "./subject.ts";

/**
 * An event called `<Kind>Erased` erases, in every service, all that is kept about `<kind>/<id of its stream>`. By its name, for
 * whoever keeps something about a person need not know whose event it is.
 */
export function erasedBy(event: Pick<Recorded, "type" | "stream">): Subject | undefined {
  const [, kind] = /^(.+)Erased$/.exec(event.type) ?? [];
  if (!kind) return undefined;
  return `${kind.toLowerCase()}/${idOf(event)}`;
}
