import { any, type Policies } from "#shared/access/policy.ts";

/** Asked without a company, it is about that of whoever asks. */
export const policies: Policies = {
  "follow own missions": { may: { member: any } },
};
