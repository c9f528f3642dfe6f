import { Map as ById } from "immutable";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { read } from "#shared/views/read.ts";
import { organisationOf } from "../organisations/own.ts";
import { namesOfPeople } from "../people/names.ts";
import { rolesIn } from "../people/roles.ts";
import { personRows } from "../people/views/people.ts";
import { abilitiesOf } from "./abilities.ts";
import type { actions } from "./contract.ts";
import { leavesNobodyWhoMayActIn } from "./left.ts";
import { initial } from "./memberships.ts";

const most = 500;

export async function peopleOf({ organisation }: Input<typeof actions.peopleOf>, ctx: CallContext) {
  const home = await organisationOf(ctx, organisation);
  if (!home) return refuse("not-found");
  const found = await (await read(ctx, personRows))
    .find({ "memberships.organisation": organisation })
    .sort({ position: 1 })
    .limit(most)
    .lean();
  const names = await namesOfPeople(
    ctx,
    found.map(({ _id }) => _id),
  );
  const people = found.map(({ _id, memberships }) => {
    const { roles, standing } = memberships.find((one) => one.organisation === organisation)!;
    return [_id, { roles, standing }] as const;
  });
  const suspended = new Set(found.filter((row) => row.suspended).map(({ _id }) => _id));
  const { onAll, onPerson } = abilitiesOf(ctx, organisation, home.kind, { ...initial, people: ById(people) });
  const { who } = ctx.meta;
  const self = who.kind === "person" ? who.person : undefined;
  const mayLeave = !self || !(await leavesNobodyWhoMayActIn(ctx, organisation, self));
  return {
    organisationName: home.name,
    kind: home.kind,
    roles: rolesIn[home.kind],
    rows: people.map(([person, own]) => {
      const abilities = onPerson(person);
      const isTold = onAll.includes("invite") || abilities.includes("repair");
      return {
        ...{ person, ...own, self: self === person, abilities },
        ...(names[person] && { name: names[person] }),
        ...(isTold && suspended.has(person) && { suspended: true }),
      };
    }),
    abilities: onAll.filter((word) => word !== "leave" || mayLeave),
  };
}
