import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { registration } from "#services/partnerships/registrations/registrations.ts";
import { codeList } from "#shared/codes/codes.ts";
import type { Config } from "#shared/config/config.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import { settled } from "#shared/node/settled.ts";
import { inLanes, startServices } from "./people.ts";

const current = (list: "countries" | "ecosystems") =>
  codeList(list)
    .all()
    .filter(({ retired }) => !retired)
    .map(({ code }) => code);
const [countries, ecosystems] = [current("countries").slice(0, 60), current("ecosystems")];
const languages = ["en", "fr", "de", "es", "ja", "pt"];
const words =
  `harbour hydrogen wind knowledge storage steel ammonia grid battery quantum health water textile robotics ocean
  recycling chemistry aerospace logistics software`.split(/\s+/);

const from = <T>(all: T[], n: number): T => all[n % all.length]!;

/** Each as its cluster would have confirmed it: with a country, three ecosystems, a language and a dozen words. */
const pageOf = (n: number) => ({
  name: `Cluster ${from(words, n)} ${n}`,
  country: from(countries, n * 7),
  ecosystems: [n, n + 3, n + 8].map((one) => from(ecosystems, one)),
  summary: Array.from({ length: 12 }, (_, word) => from(words, n * (word + 1) + word)).join(" "),
  language: from(languages, n >> 2),
  expiresAt: new Date(Date.now() + 700 * 86_400_000).toISOString(),
});

/** Pages that stand in the log as confirmed; the registrations that lead to one are left out. */
export async function preparePartners(config: Config, count: number): Promise<void> {
  const broker = await startServices(config);
  const { executor } = kernelOf(broker);
  await inLanes(
    Array.from({ length: count }, (_, n) => n),
    async (n) => {
      const id = newId();
      await executor.execute({
        ...{ feature: registration, stream: `registration/${id}` },
        decide: () => [{ type: "ProfileConfirmed", data: pageOf(n) }],
        ...{ command: {}, facts: {}, reply: () => ({}), by: { kind: "link", registration: id } },
        ...{ name: partnerships.actions.confirm.name, key: newId(), hash: newId() },
      });
    },
  );
  // Each becomes an organisation, one after the other.
  await settled(broker, 120_000);
  await broker.stop();
}
