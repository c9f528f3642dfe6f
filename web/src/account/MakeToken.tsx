import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useStep } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { NativeSelect, TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { ScopeFields } from "./ScopeFields.tsx";
import { type Level, type Scope, scopeOf } from "./scopes.ts";

type Props = {
  scopes: Scope[];
  onMade(made: Out<"POST /account/tokens">): unknown;
  onCancel(): void;
};

const choices = [7, 30, 90, 180, 365];
const preset = 90;

export function MakeToken({ scopes, onMade, onCancel }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  const organisation = useSession()?.person?.organisationName;
  const [name, setName] = useState("");
  const [levels, setLevels] = useState<Record<string, Level>>({});
  const [days, setDays] = useState(preset);
  const [tried, setTried] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const make = useStep("POST /account/tokens", onMade);
  useEffect(() => nameField.current?.focus(), []);
  const scope = Object.entries(levels).map(([service, level]) => scopeOf(service, level));
  const noName = tried && !name.trim() && t("identity:tokens.name-missing");
  const noScope = tried && !scope.length && t("identity:tokens.scope-missing");

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!name.trim()) return nameField.current?.focus();
    if (!scope.length) return document.getElementById("token-scope")?.focus();
    make.mutate({ name: name.trim(), scope, days });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate aria-label={t("identity:tokens.new")}>
      {organisation && <p>{t("identity:tokens.for", { organisation })}</p>}
      <TextInput
        ref={nameField}
        className="field"
        label={t("identity:tokens.name")}
        description={t("identity:tokens.name-hint")}
        maxLength={80}
        value={name}
        error={noName}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ScopeFields
        id="token-scope"
        scopes={scopes}
        levels={levels}
        {...(noScope && { error: noScope })}
        onChange={setLevels}
      />
      <NativeSelect
        className="field field-short"
        label={t("identity:tokens.valid")}
        value={String(days)}
        data={choices.map((count) => ({ value: String(count), label: t("identity:tokens.days", { count }) }))}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
      />
      {make.error && <Trouble problem={make.error} />}
      <div className="actions">
        <Button type="submit" loading={make.isPending}>
          {t("identity:tokens.make")}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
