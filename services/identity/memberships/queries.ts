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
  const { onAll, onPerson } = abilitiesOf(ctx, organisation, home.kind, { ...initial, people: ById(people) });
  const { who } = ctx.meta;
  return {
    organisationName: home.name,
    kind: home.kind,
    roles: rolesIn[home.kind],
    rows: people.map(([person, own]) => ({
      ...{ person, ...own, self: who.kind === "person" && who.person === person },
      ...(names[person] && { name: names[person] }),
      abilities: onPerson(person),
    })),
    abilities: onAll,
  };
}
