import type { ReactNode } from "react";
import "./question.css";

type Props = {
  id: string;
  label: ReactNode;
  hideLabel?: boolean;
  description?: string;
  error?: string;
  children: (describedBy: string | undefined) => ReactNode;
};

/** A question with several inputs: they are one group with one name, one hint and one error. */
export function Question({ id, label, hideLabel, description, error, children }: Props) {
  const described = [description && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className="field question">
      <legend className={hideLabel ? "hidden-text" : undefined}>{label}</legend>
      {description && (
        <p className="quiet small" id={`${id}-hint`}>
          {description}
        </p>
      )}
      {error && (
        <p className="question-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children(described || undefined)}
    </fieldset>
  );
}
