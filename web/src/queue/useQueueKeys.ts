import { useKeys } from "../keys/keys.ts";

type Open = { ids: string[]; item: string | undefined; open: (id: string) => void };

/** A key presses the button that stands there: what is not possible now has none. */
const press = (id: string) => () => document.getElementById(id)?.click();

export function useQueueKeys({ ids, item, open }: Open): void {
  const move = (by: number) => () => {
    const at = item ? ids.indexOf(item) + by : 0;
    const to = ids[Math.min(Math.max(at, 0), ids.length - 1)];
    if (to && to !== item) open(to);
  };
  useKeys({
    j: move(1),
    k: move(-1),
    a: press("take-accept"),
    r: press("open-ask-changes"),
    s: press("open-put-off"),
    u: press("undo-last"),
  });
}
