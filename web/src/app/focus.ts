/**
 * A step's button goes once it is done, and the keyboard's place with it: then the reader is put at what came of the
 * step. A moment later, when the page has taken it in.
 */
export function focusOn(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/**
 * Where the keyboard is now. Called once a step is done, and if its button has gone without the page having put the reader
 * elsewhere, it puts them at what stood around it.
 */
export function keepPlace(): () => void {
  const around: HTMLElement[] = [];
  for (let place = document.activeElement; place instanceof HTMLElement; place = place.parentElement)
    if (place.matches("section, form, main")) around.push(place);
  return () => setTimeout(() => document.activeElement === document.body && enter(around), settledMs);
}

/** By then the page has taken in what the step changed. */
const settledMs = 100;

function enter(around: HTMLElement[]): void {
  const place = around.find(({ isConnected }) => isConnected);
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
