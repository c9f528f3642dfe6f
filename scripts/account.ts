// Lets somebody back in who has lost their second factor, when nobody else is there to do it: prints a link for them.
import { parseArgs } from "node:util";
import { account } from "#services/identity/accounts/accounts.ts";
import { addressesOf, hashOfAddress } from "#services/identity/people/addresses.ts";
import type { PersonDocument } from "#services/identity/people/people.ts";
import { lifetimesMs, makeLink } from "#services/identity/sign-in/links.ts";
import { readConfig } from "#shared/config/config.ts";
import { siteOf } from "#shared/config/site.ts";
import { documentsOf } from "#shared/documents/collection.ts";
import { logCollection } from "#shared/log/collection.ts";
import { emptyFold, foldOn } from "#shared/log/fold.ts";
import { openTail } from "#shared/log/tail.ts";
import { connect, type Mongo } from "#shared/mongo/connect.ts";
import { needSecretOfPortal, openDatabase } from "./app/database.ts";
import { appEnvironment } from "./app/environment.ts";
import { Advice, explain, say } from "./progress.mjs";

const { values } = parseArgs({ options: { lost: { type: "string" } } });

async function isSuspended(mongo: Mongo, person: string): Promise<boolean> {
  const tail = openTail(logCollection(mongo));
  try {
    return (await foldOn(tail, account, `${account.name}/${person}`, emptyFold(account), false)).state
      .suspended;
  } finally {
    tail.close();
  }
}

async function main(): Promise<void> {
  if (!values.lost)
    throw new Advice("Say whose second factor is lost: npm run account -- --lost name@example.org");
  const server = await openDatabase();
  try {
    needSecretOfPortal();
    const config = readConfig(appEnvironment(server.url, ""));
    const mongo = await connect(config.mongoUri);
    try {
      const address = await addressesOf(mongo).findById(hashOfAddress(config.secret, values.lost)).lean();
      const wanted = address && { kind: "person", subject: `person/${address.person}` as const };
      const known = wanted && (await documentsOf<PersonDocument>(mongo, "identity").findOne(wanted).lean());
      if (!known)
        throw new Advice(
          "Nobody signs in with this address here. With another CAUSEWAY_SECRET than the portal's nobody is found.",
        );
      // A link would let nobody in, and still take the password they have.
      if (await isSuspended(mongo, address.person))
        throw new Advice(
          "This person is suspended, so no link lets them in. An administrator gives their access back first (/admin/people).",
        );
      const opening = { person: address.person, opens: "account", lifetimeMs: lifetimesMs.given } as const;
      const { secret } = await makeLink(mongo, opening, new Date());
      say(
        `A new password and a new second factor for ${known.doc.name} <${known.doc.email}>, once, within a day:`,
      );
      say(`${siteOf(config)}/sign-in/new-password#${secret}`);
    } finally {
      await mongo.close();
    }
  } finally {
    await server.stop();
  }
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
