/**
 * A part of the app could not be fetched: the portal is away, or a newer part has taken its place. Under its usual name the router
 * would load the page anew at once, which without a connection ends in the browser's own page of errors.
 */
export function nameMissingParts(): void {
  window.addEventListener("vite:preloadError", ({ payload }) => {
    payload.message = `A part of the app could not be fetched: ${payload.message}`;
    payload.name = "MissingPart";
  });
}

export const isMissingPart = ({ name }: Error): boolean => name === "MissingPart";

/** Loads the page anew, once for each part: one that stays missing would go round in circles. */
export function loadAnewFor({ message }: Error): void {
  if (sessionStorage.getItem(message)) return;
  sessionStorage.setItem(message, "loaded anew");
  location.reload();
}
