import type { In } from "../app/api.ts";
import { useAllRows } from "../app/queries.ts";
import { Asked } from "./Asked.tsx";
import { NameSelect, type NameSelectProps } from "./NameSelect.tsx";

type Props = NameSelectProps & Pick<In<"GET /organisations">, "kind"> & { except?: string[] };

/** For the office: one of all organisations, or of those of a kind, but for some. */
export function OrganisationSelect({ kind, except = [], ...props }: Props) {
  const organisations = useAllRows("GET /organisations", kind ? { kind } : {});
  return (
    <Asked of={organisations}>
      {(all) => <NameSelect {...props} of={all.filter(({ id }) => !except.includes(id))} />}
    </Asked>
  );
}
