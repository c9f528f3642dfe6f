import type { ServiceBroker } from "moleculer";
import { keyedHash } from "#shared/access/secrets.ts";
import { siteOf } from "#shared/config/site.ts";
import { stateNow } from "#shared/contract/execute.ts";
import type { Worker } from "#shared/contract/serve.ts";
import type { Kernel } from "#shared/kernel.ts";
import { not } from "#shared/mongo/filters.ts";
import { memberships } from "../memberships/memberships.ts";
import { addressesOf } from "../people/addresses.ts";

export const firstAdmin = "first-admin";
export const office = "office";

/** The same at every start and for every process, until somebody has used it. */
export const firstAdminLink = (secret: string): string => keyedHash(secret, firstAdmin);

/** Nobody is known yet; from the first person on, whoever administers the portal lets others in. */
export async function isOpen(broker: ServiceBroker, { mongo }: Kernel): Promise<boolean> {
  if (await addressesOf(mongo).exists({ person: not(firstAdmin) })) return false;
  return !(await stateNow({ broker }, memberships, office)).people.has(firstAdmin);
}

/** Without a default password there is one way in, and only whoever sees the console has it. */
export function offerFirstAdmin(broker: ServiceBroker, kernel: Kernel): Worker {
  const { config } = kernel;
  const say = async () => {
    if (config.demo || !(await isOpen(broker, kernel))) return;
    const page = `${siteOf(config)}/first-admin#${firstAdminLink(config.secret)}`;
    broker.logger.warn(`Nobody can sign in yet. Become the first administrator, once, at ${page}`);
  };
  const said = say().catch((error) => broker.logger.error(`Who may sign in is not known: ${error.message}`));
  return { stop: () => said };
}
