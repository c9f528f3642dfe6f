/** Fields in which something was typed or chosen since the reader came to this page, and may be lost with it. */
const fields = new Set<EventTarget | null>();

document.addEventListener("input", ({ target }) => fields.add(target), { capture: true });

export const hasTyped = () => fields.size > 0;
export const forgetTyped = () => fields.clear();

/** What was typed into the form from which a step is taken now; to be called once it is done. */
export function typedInForm(): () => void {
  const form = document.activeElement?.closest("form");
  return () => {
    for (const field of fields) if (form?.contains(field as Node)) fields.delete(field);
  };
}

const words = "textarea, input:is([type=text], [type=email], [type=url], [type=tel])";

/** What stands in `data-kept` outlives the page. */
const isUnsent = (field: EventTarget | null) =>
  (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) &&
  field.isConnected &&
  field.matches(words) &&
  !field.closest("[data-kept]") &&
  field.value.trim() !== "";

export const hasUnsentWords = () => [...fields].some(isUnsent);
