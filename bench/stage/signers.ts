import { lifetimesMs, makeLink } from "#services/identity/sign-in/links.ts";
import { newSecret } from "#shared/access/secrets.ts";
import { connect } from "#shared/mongo/connect.ts";
import type { Signer } from "../load/sign-ins.ts";
import { emailOf } from "./people.ts";
import type { Stage } from "./stage.ts";

const password = "lantern 7 oyster gravel";

/** Each with a password, chosen by a link as the console gives one, and a browser that is known from then on. */
export async function signersOf({ people, portal, config }: Stage): Promise<Signer[]> {
  const mongo = await connect(config.mongoUri);
  const signers: Signer[] = [];
  for (const [n, person] of people.signers.entries()) {
    const opening = { person, opens: "password", lifetimeMs: lifetimesMs.given } as const;
    const { secret: link } = await makeLink(mongo, opening, new Date());
    const browser = newSecret();
    const response = await fetch(`${portal.url}/api/session/new-password`, {
      method: "POST",
      headers: {
        cookie: `__Host-causeway-browser=${browser}`,
        "causeway-csrf": "1",
        "content-type": "application/json",
        "x-forwarded-for": `10.255.${n}.1`,
      },
      body: JSON.stringify({ link, password }),
    });
    if (response.status !== 200) throw new Error(`A password was not taken: ${await response.text()}`);
    await response.body?.cancel();
    signers.push({ email: emailOf(person), password, browser });
  }
  await mongo.close();
  return signers;
}
