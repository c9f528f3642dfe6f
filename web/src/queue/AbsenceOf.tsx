import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { refresh, useStep } from "../app/queries.ts";
import { TextInput } from "../parts/fields.tsx";
import { NameSelect } from "../parts/NameSelect.tsx";
import { Trouble } from "../parts/Trouble.tsx";

type Officer = Out<"GET /officers">["rows"][number];

const renew = () => Promise.all([refresh("/api/officers"), refresh("/api/queue")]);

/** When an officer is away, and who does their work meanwhile. */
export function AbsenceOf({ officer, others }: { officer: Officer; others: Officer[] }) {
  const { t } = useTranslation("queue");
  const { person, name, away } = officer;
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState({ from: "", until: "", deputy: "" });
  const [missing, setMissing] = useState(false);
  const set = useStep("PUT /officers/:person/absence", async () => {
    setOpened(false);
    await renew();
  });
  const end = useStep("DELETE /officers/:person/absence", renew);
  const write = (field: keyof typeof typed) => (event: { currentTarget: { value: string } }) =>
    setTyped({ ...typed, [field]: event.currentTarget.value });

  function open() {
    const { from = "", until = "", deputy = "" } = away ?? {};
    setTyped({ from, until, deputy });
    setOpened(!opened);
  }

  function send(event: React.FormEvent) {
    event.preventDefault();
    const { from, until, deputy } = typed;
    const whole = Boolean(from && until);
    setMissing(!whole);
    if (whole) set.mutate({ person, from, until, ...(deputy && { deputy }) });
    else document.getElementById(`${person}-${from ? "until" : "from"}`)?.focus();
  }

  const problem = set.error ?? end.error;
  return (
    <>
      <div className="actions">
        <Button variant="default" size="sm" aria-expanded={opened} onClick={open}>
          {away ? t("officers.change") : t("officers.set")}
          <span className="hidden-text"> {name}</span>
        </Button>
        {away && (
          <Button variant="default" size="sm" loading={end.isPending} onClick={() => end.mutate({ person })}>
            {t("officers.back")}
            <span className="hidden-text"> {name}</span>
          </Button>
        )}
      </div>
      {opened && (
        <form className="stack" onSubmit={send} noValidate>
          {(["from", "until"] as const).map((field) => (
            <TextInput
              key={field}
              id={`${person}-${field}`}
              className="field"
              type="date"
              label={t(`officers.${field}`)}
              value={typed[field]}
              error={missing && !typed[field] && t("officers.day-missing")}
              onChange={write(field)}
            />
          ))}
          <NameSelect
            id={`${person}-deputy`}
            label={t("officers.deputy-label")}
            description={t("officers.deputy-hint")}
            of={others.map((one) => ({ id: one.person, name: one.name }))}
            value={typed.deputy}
            onChange={write("deputy")}
          />
          <Button type="submit" loading={set.isPending}>
            {t("officers.save")}
          </Button>
        </form>
      )}
      {problem && <Trouble problem={problem} />}
    </>
  );
}
