import Type, { type Static } from "typebox";
import { closed, Name, Text } from "#shared/contract/schemas.ts";

/**
 * What a delegate is asked. No day of birth and no number of a passport: the portal books nothing that needs them.
 */
export const answers = {
  /** Of who travels. */
  passportName: Type.Optional(Name(120)),
  telephone: Type.String({ pattern: "^[+]?[0-9 ()./-]{3,40}$", maxLength: 41 }),
  /** What they do not eat, and what they need to get around: of their health or belief, so only what they wish to say. */
  diet: Type.Optional(Text(500)),
  access: Type.Optional(Text(500)),
  /** Whether their name, role and company may stand on the list that all who go get. */
  listed: Type.Boolean(),
};

export const Answers = closed(answers);
export type Answers = Static<typeof Answers>;
