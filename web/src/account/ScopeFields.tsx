import { useTranslation } from "react-i18next";
import { useWords } from "../app/words.ts";
import { NativeSelect } from "../parts/fields.tsx";
import { Question } from "../parts/Question.tsx";
import { type Level, levelsIn, type Scope } from "./scopes.ts";

type Levels = Record<string, Level>;
type Props = {
  id: string;
  /** What there is to choose from. */
  scopes: Scope[];
  levels: Levels;
  error?: string;
  onChange(levels: Levels): void;
};

/** Of each service nothing, to read, or to read and change. */
export function ScopeFields({ id, scopes, levels, error, onChange }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  const { say } = useWords();
  const services = Object.keys(levelsIn(scopes));

  function choose(service: string, level: string) {
    const { [service]: _before, ...others } = levels;
    onChange(level === "none" ? others : { ...others, [service]: level as Level });
  }

  return (
    <Question
      id={id}
      label={t("identity:tokens.scope")}
      description={t("identity:tokens.scope-hint")}
      {...(error && { error })}
    >
      {(described) => (
        <div className="stack">
          {services.map((service, n) => (
            <NativeSelect
              key={service}
              id={n === 0 ? id : `${id}-${service}`}
              label={say(`identity:tokens.services.${service}`)}
              aria-describedby={described}
              value={levels[service] ?? "none"}
              data={["none", "read", "write"]
                .filter((level) => level === "none" || (scopes as string[]).includes(`${service}.${level}`))
                .map((level) => ({ value: level, label: say(`identity:tokens.levels.${level}`) }))}
              onChange={(event) => choose(service, event.currentTarget.value)}
            />
          ))}
        </div>
      )}
    </Question>
  );
}
