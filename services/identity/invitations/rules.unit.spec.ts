import { inRole } from "#shared/access/principal.ts";
import { given } from "#shared/testing/given.ts";
import { type MembershipEvent, type Memberships, memberships } from "../memberships/memberships.ts";
import { accept, invite, renew, withdraw } from "./rules.ts";

const since = (...events: MembershipEvent[]) => given<Memberships, MembershipEvent>(memberships, ...events);

const roles: "member"[] = ["member"];
const now = new Date("2026-11-23T09:00:00Z");
const endsAt = "2026-11-30T09:00:00.000Z";
const begun = (person: string, standing: "owner" | "lead" | "colleague") =>
  ({ type: "MembershipBegun", data: { person, roles, standing } }) as const;
const invited = {
  type: "PersonInvited",
  data: { invitation: "inv", roles, standing: "lead", endsAt },
} as const;
const accepted = { type: "InvitationAccepted", data: { invitation: "inv", person: "nele" } } as const;
const asked = { invitation: "inv", roles, standing: "lead" } as const;

const by = (person: string) => ({ kind: "company", by: inRole("member", person, "zandbank"), now }) as const;
const byOfficer = { kind: "company", by: inRole("officer", "leen", "office"), now } as const;
const company = [begun("olga", "owner"), begun("cas", "colleague")];

it("A11: is given by who leads an organisation, and by the office to any but itself", () => {
  since(...company)
    .when(invite, asked, by("olga"))
    .happens(invited);
  since(...company)
    .when(invite, asked, by("cas"))
    .refused("identity.leads-only");
  since().when(invite, asked, byOfficer).happens(invited);
  since()
    .when(invite, asked, { ...byOfficer, kind: "office" })
    .refused("identity.leads-only");
});

it("A11: lasts seven days, is renewed for seven more, and withdrawn", () => {
  const open = since(...company, invited);
  const asItEnds = { kind: "company", now: new Date(endsAt) } as const;
  open.when(accept, { invitation: "inv", person: "nele" }, asItEnds).refused("identity.invitation-over");
  const later = "2026-12-07T08:00:00.000Z";
  const renewed = { type: "InvitationRenewed", data: { invitation: "inv", endsAt: later } } as const;
  open
    .when(renew, { invitation: "inv" }, { ...by("olga"), now: new Date("2026-11-30T08:00:00Z") })
    .happens(renewed);
  since(...company, invited, renewed)
    .when(accept, { invitation: "inv", person: "nele" }, asItEnds)
    .happens(accepted, begun("nele", "lead"));
  const withdrawn = { type: "InvitationWithdrawn", data: { invitation: "inv" } } as const;
  open.when(withdraw, { invitation: "inv" }, by("olga")).happens(withdrawn);
  for (const rule of [renew, withdraw]) {
    open.when(rule, { invitation: "inv" }, by("cas")).refused("identity.leads-only");
    since(...company, invited, withdrawn)
      .when(rule, { invitation: "inv" }, by("olga"))
      .refused("identity.no-such-invitation");
  }
});

it("A11: makes one a member once, with what was given; the first of an organisation owns it", () => {
  const joining = { invitation: "inv", person: "nele" };
  since(...company, invited)
    .when(accept, joining, by("x"))
    .happens(accepted, begun("nele", "lead"));
  since(...company, invited, accepted)
    .when(accept, joining, by("x"))
    .refused("identity.invitation-over");
  since(...company, invited, begun("nele", "colleague"))
    .when(accept, joining, by("x"))
    .happens(accepted);
  since(invited).when(accept, joining, by("x")).happens(accepted, begun("nele", "owner"));
});
