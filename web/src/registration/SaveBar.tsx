import { Button } from "@mantine/core";
import { SavingState } from "./SavingState.tsx";
import type { Section } from "./sections.ts";
import type { useDraft } from "./useDraft.ts";

type Props = {
  kept: ReturnType<typeof useDraft>;
  /** Of the button that leads on. */
  label: string;
  busy: boolean;
  section?: Section;
};

export function SaveBar({ kept, label, busy, section }: Props) {
  return (
    <div className="stack">
      <SavingState kept={kept} {...(section && { section })} />
      <Button type="submit" loading={busy}>
        {label}
      </Button>
    </div>
  );
}
