import { useTranslation } from "react-i18next";
import { useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { Textarea } from "../parts/fields.tsx";
import { NameSelect } from "../parts/NameSelect.tsx";
import type { ManyName } from "./many.ts";

type Typed = { to: string; words: string };
type Props = {
  name: ManyName;
  typed: Typed;
  onWrite: (typed: Typed) => void;
  isMissing: boolean;
};

/** Of the one that has to be filled in. */
export const idOfField = (name: ManyName) => `many-${name}-field`;

/** The same questions as of one, asked once for all. */
export function ManyFields({ name, ...props }: Props) {
  const { t } = useTranslation("review");
  const { typed, onWrite, isMissing } = props;
  if (name === "hand-on") return <ToWhom {...props} />;
  return (
    <Textarea
      id={idOfField(name)}
      className="field"
      rows={4}
      label={t(`words.${name}.label`)}
      description={t(`words.${name}.hint`)}
      maxLength={2_000}
      value={typed.words}
      error={isMissing && t(`words.${name}.missing`)}
      onChange={(event) => onWrite({ ...typed, words: event.currentTarget.value })}
    />
  );
}

function ToWhom({ typed, onWrite, isMissing }: Omit<Props, "name">) {
  const { t } = useTranslation("review");
  const officers = useAsk("GET /officers", {});
  return (
    <Asked of={officers}>
      {({ rows }) => (
        <>
          <NameSelect
            id={idOfField("hand-on")}
            label={t("owner.to")}
            of={rows.map(({ person, name, open }) => ({
              id: person,
              name: t("owner.officer", { name, count: open }),
            }))}
            value={typed.to}
            error={isMissing && t("owner.to-missing")}
            onChange={(event) => onWrite({ ...typed, to: event.currentTarget.value })}
          />
          <Textarea
            className="field"
            rows={3}
            label={t("owner.note")}
            description={t("owner.note-hint")}
            maxLength={2_000}
            value={typed.words}
            onChange={(event) => onWrite({ ...typed, words: event.currentTarget.value })}
          />
        </>
      )}
    </Asked>
  );
}
