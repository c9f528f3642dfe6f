import { useStep } from "../app/queries.ts";
import { Confirm } from "./Confirm.tsx";
import { Part } from "./Page.tsx";
import { Trouble } from "./Trouble.tsx";

type Words = Record<"title" | "why" | "ask" | "consequence" | "yes", string>;
type Props = { id: string; words: Words; onDone: () => unknown };

/** For the cluster itself, by its link, and for the office that it has asked. */
export function EraseRegistration({ id, words, onDone }: Props) {
  const erase = useStep("POST /registrations/:id/erasure", onDone);
  return (
    <Part title={words.title}>
      <div className="stack">
        <p className="quiet">{words.why}</p>
        <Confirm
          ask={words.ask}
          consequence={words.consequence}
          yes={words.yes}
          busy={erase.isPending}
          onYes={() => erase.mutate({ id })}
        />
        {erase.error && <Trouble problem={erase.error} />}
      </div>
    </Part>
  );
}
