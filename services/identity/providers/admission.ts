import type { OpenIdProvider } from "#shared/config/openid-providers.ts";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { ajv } from "#shared/contract/validator.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import * as people from "../people/contract.ts";
import { accountsOf, takeAccount } from "./accounts.ts";
import { type Claims, ownIn } from "./claims.ts";
import { sayNotLetIn } from "./configured.ts";

type Coming = {
  provider: OpenIdProvider;
  place: OpenIdProvider["organisations"][number];
  /** Of their account. */
  _id: string;
  claims: Claims;
  language: string;
};

/**
 * Lets in whoever is new, as the configuration says of their organisation; none: it does not, or nobody knows who they are. The
 * account is theirs before they are admitted: of two at once both come to one person, and so does whoever tries again after a
 * crash in between.
 */
export async function admit(ctx: CallContext, { provider, place, _id, claims, language }: Coming) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const { organisation, admits: roles } = place;
  const no = (why: string) => sayNotLetIn(ctx, provider, why, organisation);
  if (!roles.length) return no("admits-nobody");
  const own = ownIn(provider, claims);
  if ("lacks" in own) return no(own.lacks);
  const { admitPerson } = people.actions;
  const asked = { id: newId(), organisation, roles, ...own, language };
  if (!ajv.validate(admitPerson.input, asked)) return no("not-valid");
  const person = await takeAccount(mongo, { _id, person: asked.id, provider: provider.id, at: clock.now() });
  const meta = asSystem("identity", { key: newId() });
  const { reply } = await callAs(ctx.broker, admitPerson, { ...asked, id: person }, meta, ctx);
  if (!isRefusal(reply)) return { person, organisation, roles, position: reply.position };
  // The other of two was faster.
  if (reply.refused === "identity.person-exists") return { person, organisation, roles };
  // As when somebody here has that address: they link the account themselves.
  await accountsOf(mongo).deleteOne({ _id, person });
  return no(reply.refused);
}
