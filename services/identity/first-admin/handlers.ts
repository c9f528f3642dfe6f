import { timingSafeEqual } from "node:crypto";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import * as organisations from "../organisations/contract.ts";
import * as people from "../people/contract.ts";
import { lifetimesMs, makeLink } from "../sign-in/links.ts";
import type { actions } from "./contract.ts";
import { firstAdmin, firstAdminLink, isOpen, office } from "./opening.ts";

const asIdentity = (after?: number) =>
  asSystem("identity", { key: newId(), ...(after !== undefined && { after }) });

export async function becomeFirstAdmin(input: Input<typeof actions.becomeFirstAdmin>, ctx: CallContext) {
  const kernel = kernelOf(ctx.broker);
  const { config, mongo, clock } = kernel;
  const { browser } = ctx.meta;
  const { link, organisationName, country, ...own } = input;
  const isRight = timingSafeEqual(Buffer.from(link), Buffer.from(firstAdminLink(config.secret)));
  if (!isRight || config.demo || !browser || !(await isOpen(ctx.broker, kernel)))
    return refuse("identity.first-admin-over");
  const { admitOrganisation } = organisations.actions;
  const home = { id: office, kind: "office", name: organisationName, country, size: "none" } as const;
  const opened = await callAs(ctx.broker, admitOrganisation, home, asIdentity(), ctx);
  // One that is there already is of an earlier try that got no further.
  const after = isRefusal(opened.reply) ? undefined : opened.reply.position;
  const { admitPerson, joinOrganisation } = people.actions;
  const joining = { id: firstAdmin, organisation: office, roles: ["admin" as const] };
  const asked = await callAs(ctx.broker, admitPerson, { ...joining, ...own }, asIdentity(after), ctx);
  // So is a person that is there already.
  const wasAdded = isRefusal(asked.reply) && asked.reply.refused === "identity.person-exists";
  const { reply: admitted } = wasAdded
    ? await callAs(ctx.broker, joinOrganisation, joining, asIdentity(after), ctx)
    : asked;
  // Of two at once one comes first.
  if (isRefusal(admitted))
    return refuse(
      admitted.refused === "identity.address-taken" ? "identity.address-taken" : "identity.first-admin-over",
    );
  const opening = { person: firstAdmin, opens: "password", browser } as const;
  const made = await makeLink(mongo, { ...opening, lifetimeMs: lifetimesMs.asked }, clock.now());
  return { link: made.secret };
}
