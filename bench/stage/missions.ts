import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "#shared/ids.ts";
import { inLanes } from "./people.ts";

const day = 24 * 60 * 60_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** An officer plans missions that are open now; answers their ids once companies can sign up. */
export async function planMissions(
  url: string,
  officer: string,
  count: number,
  capacity = 5_000,
): Promise<string[]> {
  const name = `mission-${newId()}`;
  const ids = Array.from({ length: count }, (_, n) => `${name}-${n}`);
  const plan = { ...planFrom(Date.now()), capacity };
  await inLanes(
    ids,
    async (id) => {
      const response = await fetch(`${url}/api/missions`, {
        method: "POST",
        headers: {
          cookie: `__Host-causeway=${officer}`,
          "causeway-csrf": "1",
          "content-type": "application/json",
          "idempotency-key": newId(),
        },
        body: JSON.stringify({ id, ...plan }),
      });
      if (response.status !== 200) throw new Error(`Planning failed: ${await response.text()}`);
      await response.body?.cancel();
    },
    10,
  );
  for (const id of ids) await untilOpen(url, id);
  return ids;
}

async function untilOpen(url: string, id: string): Promise<void> {
  const limit = Date.now() + 60_000;
  for (;;) {
    const response = await fetch(`${url}/api/missions/${id}`);
    const { state } = (await response.json()) as { state?: string };
    if (state === "open") return;
    if (Date.now() > limit) throw new Error(`${id} is ${state}, and should be open.`);
    await sleep(50);
  }
}

const planFrom = (now: number) => {
  const days = { firstDay: dayOf(now + 60 * day), lastDay: dayOf(now + 64 * day) };
  return { ...plan, ...days, legs: [{ ...fortaleza, ...days, programme: [] }], ...signUpFrom(now) };
};

const fortaleza = { city: "Fortaleza", country: "BR", timeZone: "America/Fortaleza" };

const plan = {
  title: { nl: "Ceará: groene waterstof", en: "Ceará: green hydrogen" },
  from: "BE",
  minimum: 1,
  partners: [],
  ...{ goals: [], targetProfile: [] },
};

const signUpFrom = (now: number) => ({
  signUpOpensAt: new Date(now - day).toISOString(),
  signUpClosesAt: new Date(now + 30 * day).toISOString(),
});
