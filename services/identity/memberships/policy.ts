import { any, ofStaff, own, type Policies } from "#shared/access/policy.ts";

/** Another's people are nobody's business, so it looks like one that is not there. */
export const ownOrganisation = own("own organisation", "organisation", (who) =>
  who.kind === "person" ? who.organisation : undefined,
);

const self = own("self", "person", (who) => (who.kind === "person" ? who.person : undefined));

/** Of who belongs to an organisation, the rules ask who leads it (`standing.ts`). */
export const policies: Policies = {
  "see who belongs to an organisation": {
    may: {
      ...{ officer: any, admin: any, auditor: ownOrganisation, "fund-manager": ownOrganisation },
      ...{ member: ownOrganisation, partner: ownOrganisation },
    },
  },
  "lead own organisation": {
    may: { admin: ownOrganisation, member: ownOrganisation, partner: ownOrganisation },
    fresh: ofStaff,
  },
  "leave organisations": { may: { person: self }, inPerson: true, fresh: ofStaff },
  "repair organisations": { may: { officer: any }, fresh: any },
  "keep memberships": { may: { system: any } },
};
