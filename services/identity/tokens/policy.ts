import { any, ofStaff, type Policies } from "#shared/access/policy.ts";

export const policies: Policies = {
  "make own tokens": { may: { person: any }, fresh: ofStaff, inPerson: true },
  "oversee tokens": { may: { admin: any }, inPerson: true },
};
