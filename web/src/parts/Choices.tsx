import type { ReactNode } from "react";
import { Question } from "./Question.tsx";

type Props = {
  id: string;
  label: ReactNode;
  hideLabel?: boolean;
  description?: string;
  error?: string;
  type: "radio" | "checkbox";
  options: { value: string; label: string }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  onLeave: () => void;
};

/** One or several of a short list. A choice is complete at once, so it counts as leaving the field. */
export function Choices({ id, type, options, chosen, onChange, onLeave, ...question }: Props) {
  function toggle(value: string) {
    if (type === "radio") onChange([value]);
    else onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
    onLeave();
  }
  return (
    <Question id={id} {...question}>
      {(described) => (
        <div className={options.length > 4 ? "choices choices-many" : "choices"}>
          {options.map(({ value, label }, n) => (
            <label key={value} className="choice">
              <input
                type={type}
                name={id}
                id={n === 0 ? id : undefined}
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
                aria-describedby={described}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      )}
    </Question>
  );
}
