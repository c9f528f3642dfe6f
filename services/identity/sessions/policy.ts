import { any, type Policies, type Relation } from "#shared/access/policy.ts";

/** Elsewhere the door is not there at all. */
const demo: Relation = { named: "demo", holds: (_who, _value, { config }) => config.demo };

export const policies: Policies = {
  "try the demo": { may: { anyone: demo } },
  "be someone": { may: { person: any }, inPerson: true },
  "ask whose session it is": { may: { system: any } },
};
