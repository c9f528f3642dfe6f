import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { refresh, useStep } from "../app/queries.ts";
import { NativeSelect, Textarea } from "../parts/fields.tsx";
import { InPlace } from "../parts/InPlace.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Organisation } from "./People.tsx";

type Props = { home: Organisation; row: Organisation["rows"][number]; name: string };

/** By the office, with a reason, where those in charge cannot. */
export function Repair({ name, ...props }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  return (
    <InPlace ask={t("identity:colleagues.repair")} about={name}>
      {(close) => <RepairForm {...props} close={close} />}
    </InPlace>
  );
}

const standings = ["owner", "lead", "colleague"] as const;
type To = (typeof standings)[number] | "removed";

function RepairForm({ home, row, close }: Omit<Props, "name"> & { close: () => void }) {
  const { t } = useTranslation(["web", "identity"]);
  const { organisation } = home;
  const { person, standing } = row;
  const others = standings.filter((one) => one !== standing);
  const [to, setTo] = useState<To>(others[0]!);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const repair = useStep("POST /organisations/:organisation/people/:person/repair", async () => {
    await refresh(`/api/organisations/${organisation}`);
    close();
  });
  const ids = { to: `repair-${person}`, reason: `repair-reason-${person}` };
  useEffect(() => document.getElementById(ids.to)?.focus(), [ids.to]);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) repair.mutate({ organisation, person, to, reason: reason.trim() });
    else document.getElementById(ids.reason)?.focus();
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <NativeSelect
        id={ids.to}
        className="field"
        label={t("identity:colleagues.repair-to")}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value as To)}
        data={[
          ...others.map((one) => ({ value: one, label: t(`identity:standings.${one}`) })),
          { value: "removed", label: t("identity:colleagues.repair-removed") },
        ]}
      />
      <Textarea
        id={ids.reason}
        className="field"
        rows={3}
        label={t("identity:colleagues.repair-reason")}
        description={t("identity:colleagues.repair-reason-hint")}
        maxLength={500}
        value={reason}
        error={tried && !reason.trim() && t("identity:colleagues.missing")}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" loading={repair.isPending}>
          {t("identity:colleagues.repair-do")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("cancel")}
        </Button>
      </div>
      {repair.error && <Trouble problem={repair.error} />}
    </form>
  );
}
