import { useAsk } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { NameSelect, type NameSelectProps } from "../parts/NameSelect.tsx";

type Props = NameSelectProps & { organisation: string };

/** One of those who belong to an organisation. */
export function PersonSelect({ organisation, ...props }: Props) {
  const people = useAsk("GET /organisations/:organisation/people", { organisation });
  return (
    <Asked of={people}>
      {({ rows }) => (
        <NameSelect {...props} of={rows.map(({ person, name = person }) => ({ id: person, name }))} />
      )}
    </Asked>
  );
}
