import type { In } from "../app/api.ts";
import { useAllRows } from "../app/queries.ts";
import { Asked } from "./Asked.tsx";
import { NameSelect, type NameSelectProps } from "./NameSelect.tsx";

type Props = NameSelectProps & Pick<In<"GET /organisations">, "kind">;

/** For the office: one of all organisations, or of those of a kind. */
export function OrganisationSelect({ kind, ...props }: Props) {
  const organisations = useAllRows("GET /organisations", kind ? { kind } : {});
  return <Asked of={organisations}>{(all) => <NameSelect {...props} of={all} />}</Asked>;
}
