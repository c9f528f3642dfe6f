/**
 * A step's button goes once it is done, and the keyboard's place with it: then the reader is put at what came of the
 * step. A moment later, when the page has taken it in.
 */
export function focusOn(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
