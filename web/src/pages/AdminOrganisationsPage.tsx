import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { countryName } from "../app/format.ts";
import { useAllRows } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { Choices } from "../parts/Choices.tsx";
import { TextInput } from "../parts/fields.tsx";
import { ListTools } from "../parts/ListTools.tsx";
import { OfficePage } from "../parts/OfficePage.tsx";

type Organisation = Out<"GET /organisations">["rows"][number];

/** The way to the people of each, and to those that nobody leads. */
export function AdminOrganisationsPage() {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const organisations = useAllRows("GET /organisations", {});
  const { name: wanted = "", unled = false } = useSearch({ from: "/admin/organisations/" });
  const navigate = useNavigate();
  // In the address, so that whoever comes back from one of them finds the list as it was.
  const want = (name: string, unled: boolean) =>
    navigate({
      to: "/admin/organisations",
      search: { ...(name && { name }), ...(unled && { unled }) },
      replace: true,
      resetScroll: false,
    });
  const collator = new Intl.Collator(i18n.language, { sensitivity: "base" });
  const shown = (all: Organisation[]) =>
    all
      .filter(({ name }) => name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
      .filter(({ isLed }) => !unled || !isLed)
      .sort((a, b) => collator.compare(a.name, b.name));
  return (
    <OfficePage
      of={organisations}
      title={t("identity:colleagues.all-title")}
      lead={t("identity:colleagues.all-lead")}
    >
      <TextInput
        className="field"
        type="search"
        label={t("identity:colleagues.all-find")}
        value={wanted}
        onChange={(event) => void want(event.currentTarget.value, unled)}
      />
      <Choices
        id="unled-only"
        type="checkbox"
        label={t("identity:colleagues.unled")}
        hideLabel
        options={[{ value: "yes", label: t("identity:colleagues.unled-only") }]}
        chosen={unled ? ["yes"] : []}
        onChange={(chosen) => void want(wanted, chosen.length > 0)}
        onLeave={() => {}}
      />
      <ListTools list="organisations" wanted={{ name: wanted, ...(unled && { unled }) }} views />
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
    </OfficePage>
  );
}
