import { given } from "#shared/testing/given.ts";
import { type ConsentEvent, type Consents, consent } from "./consents.ts";
import { answer } from "./rules.ts";

const since = (...events: ConsentEvent[]) => given<Consents, ConsentEvent>(consent, ...events);
const to = (text: number, isGiven: boolean): ConsentEvent["data"] => ({
  ...{ purpose: "news-letters", text, given: isGiven, language: "nl", channel: "page" },
});
const answered = (data: ConsentEvent["data"]): ConsentEvent => ({ type: "ConsentAnswered", data });

it("K5: records a yes, a no, and each change of mind", () => {
  since()
    .when(answer, to(1, true))
    .happens(answered(to(1, true)));
  since()
    .when(answer, to(1, false))
    .happens(answered(to(1, false)));
  since(answered(to(1, true)))
    .when(answer, to(1, false))
    .happens(answered(to(1, false)));
  since(answered(to(1, true)), answered(to(1, false)))
    .when(answer, to(1, true))
    .happens(answered(to(1, true)));
});

it("K5: takes no answer twice, and none to a text that is no longer asked", () => {
  since(answered(to(1, false)))
    .when(answer, to(1, false))
    .refused("identity.answered-already");
  since().when(answer, to(2, true)).refused("identity.other-text");
});

it("K5: of one purpose says nothing of another", () => {
  since(answered(to(1, true)))
    .when(answer, { ...to(1, true), purpose: "shared-contact" })
    .happens(answered({ ...to(1, true), purpose: "shared-contact" }));
});
