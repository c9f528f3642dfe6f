import { useWords } from "../app/words.ts";
import "./state-tag.css";

type Props = {
  service: "partnerships" | "missions" | "delegates";
  state: string;
  kind?: "states" | "entryStates";
};

/** What a person must look at is marked by colour and by form, and always said in a word. */
const marked = new Set(["submitted", "changes-asked", "waiting", "not-done"]);

export function StateTag({ service, state, kind = "states" }: Props) {
  const { say } = useWords();
  return (
    <span className={marked.has(state) ? "state-tag state-marked" : "state-tag"} data-state={state}>
      {say(`${service}:${kind}.${state}`)}
    </span>
  );
}
