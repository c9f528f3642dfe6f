import { any, type Policies } from "#shared/access/policy.ts";
import { ofStaff } from "../people/policy.ts";

export const policies: Policies = {
  "make own tokens": { may: { person: any }, fresh: ofStaff, inPerson: true },
  "oversee tokens": { may: { admin: any }, inPerson: true },
};
