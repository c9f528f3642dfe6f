import { identity } from "#services/identity/identity.contract.ts";
import { inRole, type Role } from "#shared/access/principal.ts";
import type { TestNode } from "#shared/testing/node.ts";
import { type Client, openClient } from "./client.ts";
import type { Product } from "./product.ts";

const admin = inRole("admin", "first-admin", "office");

type Kind = "office" | "company" | "cluster";

/** Admits an organisation and someone in it, by commands like everyone's. */
export async function admit(
  node: TestNode,
  organisation: string,
  kind: Kind,
  roles: Role[],
  person = `person-${organisation}`,
) {
  const { actions } = identity;
  await node.as(admin, actions.admitOrganisation, {
    id: organisation,
    kind,
    name: `Organisation ${organisation}`,
    country: "BE",
    size: "sme",
  });
  await node.settled();
  const own = {
    name: `Person of ${organisation}`,
    email: `${person}@${organisation}.example`,
    language: "nl",
  };
  await node.as(admin, actions.admitPerson, { id: person, organisation, roles, ...own });
  await node.settled();
  return person;
}

/** Signed in as that person, through the door. */
export async function signIn(product: Product, person: string): Promise<Client> {
  const client = openClient(product.url);
  const { status, body } = await client.send("POST", "/api/demo/session", { body: { person } });
  if (status !== 200) throw new Error(`${person} could not sign in: ${JSON.stringify(body)}`);
  return client;
}
