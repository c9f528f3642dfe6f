import type { ReactNode } from "react";
import { useWords } from "../app/words.ts";
import { TextInput } from "../parts/fields.tsx";
import { Question } from "../parts/Question.tsx";
import { isCount, memberTypes, type Typed } from "./answers.ts";

type Props = {
  id: string;
  label: ReactNode;
  description?: string;
  error?: string;
  value: Typed;
  onChange: (value: Typed) => void;
  onLeave: () => void;
};

/** How many members of each kind. Saved when the whole question is left, not between its fields. */
export function MemberCounts({ value, onChange, onLeave, id, error, ...question }: Props) {
  const { say } = useWords();
  const counts = (value ?? {}) as Record<string, string>;
  const leave = ({ relatedTarget }: React.FocusEvent) => {
    if (!relatedTarget?.closest(".counts")) onLeave();
  };
  return (
    <Question id={id} {...question} {...(error && { error })}>
      {(described) => (
        <div className="counts">
          {memberTypes.map((type, n) => (
            <TextInput
              key={type}
              id={n === 0 ? id : `${id}-${type}`}
              label={say(`partnerships:members.${type}`)}
              inputMode="numeric"
              value={counts[type] ?? ""}
              onChange={(event) => onChange({ ...counts, [type]: event.currentTarget.value })}
              onBlur={leave}
              aria-describedby={described}
              error={Boolean(error) && !isCount(counts[type])}
            />
          ))}
        </div>
      )}
    </Question>
  );
}
