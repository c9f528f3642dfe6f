import { any, own, type Policies } from "#shared/access/policy.ts";

export const ownRegistration = own("own registration", "id", (who) =>
  who.kind === "link" || who.kind === "section-link" ? who.registration : undefined,
);

export const policies: Policies = {
  "save own draft": { may: { link: ownRegistration, "section-link": ownRegistration }, hides: true },
  "write own registration": { may: { link: ownRegistration }, hides: true },
  "decide on registrations": { may: { officer: any } },
  "read registrations": { may: { officer: any, auditor: any } },
  "read own or any registration": { may: { link: ownRegistration, officer: any, auditor: any }, hides: true },
  "erase own or any registration": {
    may: { link: ownRegistration, officer: any, system: any },
    hides: true,
    fresh: any,
  },
  "take down own or any page": { may: { link: ownRegistration, officer: any }, hides: true, fresh: any },
  "keep the calendar": { may: { system: any } },
  "open links": { may: { system: any } },
};
