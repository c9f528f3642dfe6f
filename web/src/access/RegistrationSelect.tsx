import { useAllRows } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { NameSelect, type NameSelectProps } from "../parts/NameSelect.tsx";

export function RegistrationSelect(props: NameSelectProps) {
  const registrations = useAllRows("GET /registrations", {});
  return <Asked of={registrations}>{(all) => <NameSelect {...props} of={all} />}</Asked>;
}
