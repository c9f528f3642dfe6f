import type { Problem } from "../app/api.ts";
import { Confirm } from "./Confirm.tsx";
import { Part } from "./Page.tsx";
import { Trouble } from "./Trouble.tsx";

export type FinalWords = Record<"title" | "why" | "ask" | "consequence" | "yes", string>;

type Props = {
  words: FinalWords;
  id: string;
  step: { isPending: boolean; error: Problem | null; mutate: (input: { id: string }) => void };
};

/** A part of a page for one step that cannot be taken back: what it is, and what comes of it. */
export function FinalStep({ words, id, step }: Props) {
  return (
    <Part title={words.title} unprinted>
      <div className="stack">
        <p className="quiet">{words.why}</p>
        <Confirm
          ask={words.ask}
          consequence={words.consequence}
          yes={words.yes}
          busy={step.isPending}
          onYes={() => step.mutate({ id })}
        />
        {step.error && <Trouble problem={step.error} />}
      </div>
    </Part>
  );
}
