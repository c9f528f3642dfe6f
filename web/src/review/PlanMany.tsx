import { useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { useAskBeforeLeaving } from "../app/leaving.ts";
import { mayTake } from "../app/may.ts";
import { useAllRows } from "../app/queries.ts";
import type { ReviewState } from "../app/review-states.ts";
import { useSession } from "../app/session.ts";
import { useWords } from "../app/words.ts";
import { Plan } from "../bulk/Plan.tsx";
import type { Wish } from "../bulk/run.ts";
import type { Why } from "../palette/registration-commands.ts";
import { Asked } from "../parts/Asked.tsx";
import { idOfField, ManyFields } from "./ManyFields.tsx";
import { type ManyName, planOf } from "./many.ts";
import { useOfficerNames } from "./useOfficerNames.ts";

type Props = {
  name: ManyName;
  state: ReviewState;
  chosen: ReadonlySet<string>;
  /** `shared`: what is said to each alike. */
  onSend: (shared: object, wishes: Wish[]) => void;
  onCancel: () => void;
};

/** What is to be said to all of them, and what would become of each. */
export function PlanMany({ name, state, chosen, onSend, onCancel }: Props) {
  const { t } = useTranslation(["bulk", "review"]);
  const { ofRefusal } = useWords();
  const session = useSession();
  const every = useAllRows("GET /registrations", { state });
  const names = useOfficerNames();
  const [typed, setTyped] = useState({ to: "", words: "" });
  const [tried, setTried] = useState(false);
  const { to } = typed;
  const words = typed.words.trim();
  const missing = name === "hand-on" ? !to : !words;
  useAskBeforeLeaving(
    () => (words ? 1 : 0),
    () => t("review:leave"),
  );
  const inWords = (why: Why) =>
    "key" in why ? t("review:only-officers") : ofRefusal(why.refusal, why.params, "");
  const willOf = (owner = "") =>
    names[owner] && names[to]
      ? t("bulk:hand-on.from-to", { from: names[owner], to: names[to] })
      : t(`bulk:${name}.will`);
  const shared = {
    "hand-on": { to, ...(words && { note: words }) },
    "ask-changes": { note: words },
    reject: { reason: words },
  }[name];

  function send(wishes: Wish[]) {
    setTried(true);
    if (missing) focusOn(idOfField(name));
    else onSend(shared, wishes);
  }

  return (
    <Asked of={every}>
      {(all) => {
        const rows = all.filter(({ id }) => chosen.has(id));
        return (
          <Plan
            title={t(`bulk:${name}.title`, { count: chosen.size })}
            consequence={t(`bulk:${name}.consequence`)}
            yes={(count) => t(`bulk:${name}.yes`, { count })}
            planned={planOf(name, rows, to || undefined, (route) => mayTake(session, route)).map(
              ({ owner, why, ...wish }) => ({
                ...{ ...wish, will: willOf(owner) },
                ...(why && { why: inWords(why) }),
              }),
            )}
            gone={chosen.size - rows.length}
            onSend={send}
            onCancel={onCancel}
          >
            <ManyFields name={name} typed={typed} onWrite={setTyped} isMissing={tried && missing} />
          </Plan>
        );
      }}
    </Asked>
  );
}
