import type { openClient } from "./client.ts";

/** As its contact person does, with the code that a demonstration shows, or `codeOf` a letter. */
export async function confirmAddress(
  cluster: ReturnType<typeof openClient>,
  id: string,
  codeOf?: () => Promise<string>,
): Promise<void> {
  const sent = await cluster.send("POST", `/api/registrations/${id}/address-codes`);
  const code = codeOf ? await codeOf() : sent.body.code;
  const confirmed = await cluster.send("PUT", `/api/registrations/${id}/address`, { body: { code } });
  if (confirmed.status !== 200) throw new Error(`not confirmed: ${JSON.stringify(confirmed.body)}`);
}
