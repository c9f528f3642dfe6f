import { inRole, type Principal } from "#shared/access/principal.ts";
import { given } from "#shared/testing/given.ts";
import { type MembershipEvent, type Memberships, memberships, type Standing } from "./memberships.ts";
import { begin, changeRoles, changeStanding, end, handOver, leave, remove, repair } from "./rules.ts";

const since = (...events: MembershipEvent[]) => given<Memberships, MembershipEvent>(memberships, ...events);
const begun = (
  person: string,
  standing: Standing,
  roles: "member"[] | "admin"[] | "officer"[] = ["member"],
) => ({ type: "MembershipBegun", data: { person, roles, standing } }) as const;
const stands = (person: string, standing: Standing, reason?: string) =>
  ({ type: "StandingChanged", data: { person, standing, ...(reason && { reason }) } }) as const;
const ended = (person: string, reason?: string) =>
  ({ type: "MembershipEnded", data: { person, ...(reason && { reason }) } }) as const;

const by = (person: string): { kind: "company"; by: Principal } => ({
  kind: "company",
  by: inRole("member", person, "zandbank"),
});
const byAdmin = { kind: "office", by: inRole("admin", "joris", "office") } as const;
const byOfficer = { kind: "company", by: inRole("officer", "leen", "office") } as const;

/** An owner, a lead and one who is neither. */
const company = [begun("olga", "owner"), begun("lies", "lead"), begun("cas", "colleague")];
const office = [begun("joris", "lead", ["admin"]), begun("leen", "colleague", ["officer"])];

it("K3: the first of an organisation owns it, all others are colleagues; in the office its admins lead", () => {
  const roles: "member"[] = ["member"];
  since().when(begin, { person: "olga", roles }, by("x")).happens(begun("olga", "owner"));
  since(...company)
    .when(begin, { person: "dirk", roles }, by("x"))
    .happens(begun("dirk", "colleague"));
  since(...company)
    .when(begin, { person: "cas", roles }, by("x"))
    .refused("identity.member-already");
  since()
    .when(begin, { person: "leen", roles: ["officer"] }, byAdmin)
    .happens(begun("leen", "colleague", ["officer"]));
  since(...office)
    .when(begin, { person: "an", roles: ["admin"] }, byAdmin)
    .happens(begun("an", "lead", ["admin"]));
});

it("K3: owner and leads make leads and colleagues of others, colleagues of nobody", () => {
  since(...company)
    .when(changeStanding, { person: "cas", standing: "lead" }, by("lies"))
    .happens(stands("cas", "lead"));
  since(...company)
    .when(changeStanding, { person: "lies", standing: "colleague" }, by("olga"))
    .happens(stands("lies", "colleague"));
  for (const stranger of [by("cas"), by("someone"), byOfficer])
    since(...company)
      .when(changeStanding, { person: "cas", standing: "lead" }, stranger)
      .refused("identity.leads-only");
  since(...company)
    .when(changeStanding, { person: "lies", standing: "lead" }, by("olga"))
    .refused("identity.standing-already");
  since(...company)
    .when(changeStanding, { person: "someone", standing: "lead" }, by("olga"))
    .refused("identity.no-such-member");
});

it("K3: nobody removes the owner or makes less of them; the owner hands over", () => {
  for (const who of ["lies", "olga"]) {
    since(...company)
      .when(changeStanding, { person: "olga", standing: "lead" }, by(who))
      .refused("identity.owner-stays");
    since(...company)
      .when(remove, { person: "olga" }, by(who))
      .refused("identity.owner-stays");
  }
  since(...company)
    .when(leave, { person: "olga" })
    .refused("identity.hand-over-first");
  since(...company)
    .when(handOver, { person: "cas" }, by("lies"))
    .refused("identity.owner-only");
  since(...company)
    .when(handOver, { person: "olga" }, by("olga"))
    .refused("identity.standing-already");
  const handed = [stands("olga", "lead"), stands("cas", "owner")];
  since(...company)
    .when(handOver, { person: "cas" }, by("olga"))
    .happens(...handed);
  since(...company, ...handed)
    .when(leave, { person: "olga" })
    .happens(ended("olga"));
});

it("K3: leads remove colleagues and each other, colleagues nobody", () => {
  since(...company)
    .when(remove, { person: "cas" }, by("lies"))
    .happens(ended("cas"));
  since(...company)
    .when(remove, { person: "lies" }, by("olga"))
    .happens(ended("lies"));
  since(...company)
    .when(remove, { person: "lies" }, by("cas"))
    .refused("identity.leads-only");
});

it("A11: the last one in charge does not leave and is not removed", () => {
  const alone = [begun("olga", "owner"), begun("cas", "colleague")];
  since(...alone)
    .when(leave, { person: "olga" })
    .refused("identity.last-in-charge");
  since(...alone)
    .when(remove, { person: "olga" }, by("olga"))
    .refused("identity.last-in-charge");
  since(...alone)
    .when(leave, { person: "cas" })
    .happens(ended("cas"));
  since(...alone)
    .when(leave, { person: "someone" })
    .refused("identity.no-such-member");
  // Where the owner was erased.
  const withoutOwner = [...company, ended("olga")];
  since(...withoutOwner)
    .when(changeStanding, { person: "lies", standing: "colleague" }, by("lies"))
    .refused("identity.last-in-charge");
  since(...withoutOwner)
    .when(leave, { person: "lies" })
    .refused("identity.last-in-charge");
});

it("K3: in the office admins give roles, and the last of them stays one", () => {
  const changed: MembershipEvent = { type: "RolesChanged", data: { person: "leen", roles: ["admin"] } };
  since(...office)
    .when(changeRoles, { person: "leen", roles: ["admin"] }, byAdmin)
    .happens(changed, stands("leen", "lead"));
  since(...office)
    .when(changeRoles, { person: "joris", roles: ["auditor"] }, byAdmin)
    .refused("identity.last-in-charge");
  since(...office)
    .when(remove, { person: "joris" }, byAdmin)
    .refused("identity.last-in-charge");
  since(...office, changed, stands("leen", "lead"))
    .when(remove, { person: "joris" }, byAdmin)
    .happens(ended("joris"));
  since(...office)
    .when(remove, { person: "joris" }, { ...byAdmin, by: inRole("officer", "leen", "office") })
    .refused("identity.leads-only");
  since(...office)
    .when(handOver, { person: "leen" }, byAdmin)
    .refused("identity.standing-by-role");
});

it("K3: an officer repairs with a reason: makes somebody owner or lead, or removes; never the last in charge", () => {
  const reason = "a-document";
  since(...company)
    .when(repair, { person: "cas", to: "owner", reason }, byOfficer)
    .happens(stands("olga", "lead", reason), stands("cas", "owner", reason));
  since(...company)
    .when(repair, { person: "olga", to: "removed", reason }, byOfficer)
    .happens(ended("olga", reason));
  since(begun("olga", "owner"), begun("cas", "colleague"))
    .when(repair, { person: "olga", to: "removed", reason }, byOfficer)
    .refused("identity.last-in-charge");
  since(begun("cas", "colleague"))
    .when(repair, { person: "cas", to: "owner", reason }, byOfficer)
    .happens(stands("cas", "owner", reason));
  since(...company)
    .when(repair, { person: "lies", to: "lead", reason }, byOfficer)
    .refused("identity.standing-already");
  since(begun("leen", "colleague"))
    .when(repair, { person: "leen", to: "owner", reason }, byOfficer)
    .refused("identity.roles-beyond-yours");
  since(...office)
    .when(repair, { person: "joris", to: "removed", reason }, { ...byOfficer, kind: "office" })
    .refused("identity.standing-by-role");
});

it("who is erased parts from it, though nobody be left in charge", () => {
  since(begun("olga", "owner")).when(end, { person: "olga" }).happens(ended("olga"));
  since().when(end, { person: "olga" }).refused("identity.no-such-member");
});
