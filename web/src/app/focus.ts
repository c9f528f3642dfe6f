/**
 * A step's button goes once it is done, and the keyboard's place with it: then the reader is put at what came of the
 * step. A moment later, when the page has taken it in.
 */
export function focusOn(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** A page that was opened out of sight could take no focus by itself. */
export function focusOnTitle(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true }));
}

/**
 * Where the keyboard is now. Called once a step is done, and if the keyboard is nowhere then, since a button that is busy lets
 * go of it or has gone, it puts the reader back there or at what stood around it.
 */
export function keepPlace(): () => void {
  const pressed = document.activeElement;
  const around: HTMLElement[] = pressed instanceof HTMLButtonElement ? [pressed] : [];
  for (let place = document.activeElement; place instanceof HTMLElement; place = place.parentElement)
    if (place.matches("section, form, main")) around.push(place);
  return () => setTimeout(() => document.activeElement?.matches("body, main") && enter(around), settledMs);
}

/** By then the page has taken in what the step changed. */
const settledMs = 100;

function enter(around: HTMLElement[]): void {
  const place = around.find((one) => one.isConnected && !(one instanceof HTMLButtonElement && one.disabled));
  if (!place) return;
  if (!(place instanceof HTMLButtonElement)) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
