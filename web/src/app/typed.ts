/** Whether something was typed or chosen since the reader came to this page, and may be lost with it. */
const page = { typed: false };

document.addEventListener("input", () => Object.assign(page, { typed: true }), { capture: true });

export const hasTyped = () => page.typed;
export const forgetTyped = () => Object.assign(page, { typed: false });
