import { Button } from "@mantine/core";
import { SavingState } from "./SavingState.tsx";
import type { useDraft } from "./useDraft.ts";

type Props = {
  kept: ReturnType<typeof useDraft>;
  /** Of the button that leads on. */
  label: string;
  busy: boolean;
};

export function SaveBar({ kept, label, busy }: Props) {
  return (
    <div className="stack">
      <SavingState kept={kept} />
      <Button type="submit" loading={busy}>
        {label}
      </Button>
    </div>
  );
}
