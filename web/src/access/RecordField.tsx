import { TextInput } from "../parts/fields.tsx";
import { OrganisationSelect } from "../parts/OrganisationSelect.tsx";
import { PersonSelect } from "./PersonSelect.tsx";
import { RegistrationSelect } from "./RegistrationSelect.tsx";

type Props = {
  /** How a record has to stand to somebody, as the policy says. */
  relation: string;
  organisation: string;
  label: string;
  description: string;
  value: string;
  onChange(value: string): void;
};

/** Which record it is about: chosen from a list where there is one. */
export function RecordField({ relation, organisation, onChange, ...props }: Props) {
  const field = {
    ...props,
    className: "field",
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  switch (relation) {
    case "own-company":
      return <OrganisationSelect {...field} kind="company" />;
    case "own-organisation":
      return <OrganisationSelect {...field} />;
    case "own-registration":
      return <RegistrationSelect {...field} />;
    case "self":
      return <PersonSelect {...field} organisation={organisation} />;
    default:
      return <TextInput {...field} />;
  }
}
