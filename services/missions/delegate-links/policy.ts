import { own, type Policies } from "#shared/access/policy.ts";

const ownData = own("own data", "delegate", (who) =>
  who.kind === "delegate-link" ? who.delegate : undefined,
);

export const policies: Policies = {
  "use own delegate link": { may: { "delegate-link": ownData }, hides: true },
};
