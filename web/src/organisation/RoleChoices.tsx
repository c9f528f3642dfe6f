import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Choices } from "../parts/Choices.tsx";
import type { Organisation } from "./People.tsx";

type Roles = Organisation["roles"];
type Props = {
  id: string;
  description?: string;
  there: Roles;
  chosen: Roles;
  missing: boolean;
  /** For what has opened just now. */
  focus?: boolean;
  onChange: (roles: Roles) => void;
};

export function RoleChoices({ id, description, there, chosen, missing, focus, onChange }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  useEffect(() => {
    if (focus) document.getElementById(id)?.focus();
  }, [focus, id]);
  return (
    <Choices
      id={id}
      type="checkbox"
      label={t("identity:colleagues.roles")}
      {...(description && { description })}
      {...(missing && { error: t("identity:colleagues.missing") })}
      options={there.map((role) => ({ value: role, label: t(`identity:roles.${role}`) }))}
      chosen={chosen}
      onChange={(values) => onChange(there.filter((role) => values.includes(role)))}
      onLeave={() => {}}
    />
  );
}
