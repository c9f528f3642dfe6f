import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { countryName } from "../app/format.ts";
import { useAllRows } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { Choices } from "../parts/Choices.tsx";
import { TextInput } from "../parts/fields.ts";
import { Page } from "../parts/Page.tsx";

type Organisation = Out<"GET /organisations">["rows"][number];

/** The way to the people of each, and to those that nobody leads. */
export function AdminOrganisationsPage() {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const organisations = useAllRows("GET /organisations", {});
  const [wanted, setWanted] = useState("");
  const [unledOnly, setUnledOnly] = useState(false);
  const collator = new Intl.Collator(i18n.language, { sensitivity: "base" });
  const shown = (all: Organisation[]) =>
    all
      .filter(({ name }) => name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
      .filter(({ isLed }) => !unledOnly || !isLed)
      .sort((a, b) => collator.compare(a.name, b.name));
  return (
    <Page title={t("identity:colleagues.all-title")} lead={t("identity:colleagues.all-lead")}>
      <TextInput
        className="field"
        type="search"
        label={t("identity:colleagues.all-find")}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <Choices
        id="unled-only"
        type="checkbox"
        label={t("identity:colleagues.unled")}
        hideLabel
        options={[{ value: "yes", label: t("identity:colleagues.unled-only") }]}
        chosen={unledOnly ? ["yes"] : []}
        onChange={(chosen) => setUnledOnly(chosen.length > 0)}
        onLeave={() => {}}
      />
      <Asked of={organisations}>
        {(all) => {
          const rows = shown(all);
          return (
            <>
              <p role="status" className="quiet">
                {t("identity:colleagues.all-count", { count: rows.length })}
              </p>
              <ul className="rows">
                {rows.map(({ id, name, country, isLed }) => (
                  <li key={id}>
                    <Link to="/admin/organisations/$id/people" params={{ id }}>
                      <strong>{name}</strong>
                    </Link>
                    <span className="quiet small">
                      {" · "}
                      {countryName(country, i18n.language)}
                      {!isLed && ` · ${t("identity:colleagues.unled")}`}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Asked>
    </Page>
  );
}
