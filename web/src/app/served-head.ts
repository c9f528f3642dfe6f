import { router } from "./router.tsx";

const ofOnePage = "link[rel=canonical], link[rel=alternate], meta[name=description]";

/** What the document was served with tells of its first page only: once another is opened it would be untrue. */
export function forgetServedHead(): void {
  const stop = router.subscribe("onBeforeNavigate", ({ fromLocation, pathChanged }) => {
    if (!fromLocation || !pathChanged) return;
    for (const one of document.head.querySelectorAll(ofOnePage)) one.remove();
    stop();
  });
}
