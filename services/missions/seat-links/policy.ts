import { any, own, type Policies } from "#shared/access/policy.ts";

const ownLink = own("own link", "link", (who) => (who.kind === "seat-link" ? who.link : undefined));

export const policies: Policies = {
  "use own seat link": { may: { "seat-link": ownLink }, hides: true },
  "open seat links": { may: { system: any } },
};
