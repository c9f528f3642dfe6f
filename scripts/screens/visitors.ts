import type { Page } from "playwright-core";

/** As the page itself asks, so that it gets the cookie. */
const ask = (page: Page, method: string, address: string, body?: object): Promise<any> =>
  page.evaluate(
    async ([how, where, what]) => {
      const headers = {
        "content-type": "application/json",
        "causeway-csrf": "1",
        "idempotency-key": crypto.randomUUID(),
      };
      const answer = await fetch(where!, { method: how!, ...(what && { headers, body: what }) });
      if (!answer.ok) throw new Error(`${how} ${where}: ${answer.status}`);
      return answer.json();
    },
    [method, address, body && JSON.stringify(body)] as const,
  );

/** The first person of the demo in this role. */
export async function personIn(page: Page, role: string): Promise<string> {
  const { rows } = await ask(page, "GET", "/api/demo/persons");
  const found = rows.find(({ roles }: { roles: string[] }) => roles.includes(role));
  if (!found) throw new Error(`Nobody of the demo is ${role}.`);
  return found.person;
}

export const signIn = (page: Page, person: string) => ask(page, "POST", "/api/demo/session", { person });

/** A draft of its own, opened by its link. */
export async function beginRegistration(page: Page, language: string): Promise<void> {
  const { id, link } = await ask(page, "POST", "/api/registrations/drafts", { country: "JP", language });
  await page.goto(new URL(`/${language}/register#${id}.${link}`, page.url()).href);
  await page.getByRole("heading", { level: 1 }).waitFor();
}
