import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { keepPlace } from "../app/focus.ts";
import { useWords } from "../app/words.ts";
import type { Wanted } from "../pages/AccessPage.tsx";
import { NativeSelect, TextInput } from "../parts/fields.tsx";
import { OrganisationSelect } from "../parts/OrganisationSelect.tsx";
import { PersonSelect } from "./PersonSelect.tsx";
import { RecordField } from "./RecordField.tsx";

type Props = { rows: Out<"GET /access/actions">["rows"]; wanted: Wanted };

/** Who, for which organisation, what, and where it matters with which record or by which token. */
export function AskAccess({ rows, wanted }: Props) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const { say } = useWords();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(wanted);
  const [tried, setTried] = useState(false);
  const organisation = useRef<HTMLSelectElement>(null);
  const person = useRef<HTMLSelectElement>(null);
  const what = useRef<HTMLSelectElement>(null);
  const relation = rows.find(({ action }) => action === asked.action)?.relation;
  const options = rows
    .map(({ action, rule }) => ({ value: action, label: say(`access:policies.${rule}`) }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.language));

  const field = (name: keyof Wanted) => ({
    className: "field",
    value: asked[name] ?? "",
    onChange: (event: { currentTarget: { value: string } }) =>
      setAsked({ ...asked, [name]: event.currentTarget.value }),
  });

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    const given = Object.entries(asked).flatMap(([name, value]) => {
      const isMeant = value.trim() && (name !== "record" || relation);
      return isMeant ? [[name, value.trim()]] : [];
    });
    const search: Wanted = Object.fromEntries(given);
    if (!search.organisation) return organisation.current?.focus();
    if (!search.person) return person.current?.focus();
    if (!search.action) return what.current?.focus();
    void navigate({ to: "/admin/access", search }).then(keepPlace());
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <OrganisationSelect
        {...field("organisation")}
        ref={organisation}
        label={t("identity:access.organisation")}
        // Whoever was chosen may not be of another; what it is about may be a person of it.
        onChange={({ currentTarget: { value } }) =>
          setAsked({ ...asked, organisation: value, person: "", record: "" })
        }
        error={tried && !asked.organisation && t("identity:access.organisation-missing")}
      />
      {asked.organisation && (
        <PersonSelect
          {...field("person")}
          ref={person}
          organisation={asked.organisation}
          label={t("identity:access.person")}
          error={tried && !asked.person && t("identity:access.person-missing")}
        />
      )}
      <NativeSelect
        ref={what}
        {...field("action")}
        label={t("identity:access.what")}
        data={[{ value: "", label: t("identity:access.choose") }, ...options]}
        error={tried && !asked.action && t("identity:access.what-missing")}
      />
      {relation && (
        <RecordField
          relation={relation}
          organisation={asked.organisation ?? ""}
          label={say(`identity:access.records.${relation}`)}
          description={t("identity:access.record-hint")}
          value={asked.record ?? ""}
          onChange={(record) => setAsked({ ...asked, record })}
        />
      )}
      <TextInput
        {...field("token")}
        label={t("identity:access.token")}
        description={t("identity:access.token-hint")}
      />
      <div className="actions">
        <Button type="submit">{t("identity:access.ask")}</Button>
      </div>
    </form>
  );
}
