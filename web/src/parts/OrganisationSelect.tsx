import type { In } from "../app/api.ts";
import { useAllRows } from "../app/queries.ts";
import { Asked } from "./Asked.tsx";
import { NameSelect, type NameSelectProps } from "./NameSelect.tsx";

type Props = NameSelectProps &
  Pick<In<"GET /organisations">, "kind"> & {
    /** Of the home cluster only: neither its office nor foreign clusters. */
    members?: boolean;
    except?: string[];
  };

/** For the office: one of all organisations, or of those of a kind, but for some. */
export function OrganisationSelect({ kind, members = false, except = [], ...props }: Props) {
  const organisations = useAllRows("GET /organisations", kind ? { kind } : {});
  return (
    <Asked of={organisations}>
      {(all) => (
        <NameSelect
          {...props}
          of={all.filter((one) => !except.includes(one.id) && (!members || isMember(one)))}
        />
      )}
    </Asked>
  );
}

const isMember = ({ kind }: { kind: string }): boolean => kind !== "office" && kind !== "cluster";
