import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { refresh, useStep } from "../app/queries.ts";
import { InPlace } from "../parts/InPlace.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Organisation } from "./People.tsx";
import { RoleChoices } from "./RoleChoices.tsx";

type Props = { home: Organisation; row: Organisation["rows"][number]; name: string };

export function Roles({ name, ...props }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  return (
    <InPlace ask={t("identity:colleagues.change-roles")} about={name}>
      {(close) => <RolesForm {...props} close={close} />}
    </InPlace>
  );
}

function RolesForm({ home, row, close }: Omit<Props, "name"> & { close: () => void }) {
  const { t } = useTranslation(["web", "identity"]);
  const { organisation } = home;
  const { person } = row;
  const [roles, setRoles] = useState(row.roles);
  const [tried, setTried] = useState(false);
  const change = useStep("PUT /organisations/:organisation/people/:person/roles", async () => {
    await refresh(`/api/organisations/${organisation}`);
    close();
  });

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (roles.length) change.mutate({ organisation, person, roles });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <RoleChoices
        id={`roles-${person}`}
        description={t("identity:colleagues.roles-hint")}
        there={home.roles}
        chosen={roles}
        missing={tried && !roles.length}
        focus
        onChange={setRoles}
      />
      <div className="actions">
        <Button type="submit" loading={change.isPending}>
          {t("identity:colleagues.save-roles")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("cancel")}
        </Button>
      </div>
      {change.error && <Trouble problem={change.error} />}
    </form>
  );
}
