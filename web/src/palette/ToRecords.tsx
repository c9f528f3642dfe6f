import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { countryName, wordsIn } from "../app/format.ts";
import { mayTake } from "../app/may.ts";
import { useAllRows, useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { useMissions } from "../parts/missions.ts";
import { matches } from "./matches.ts";

const shownAtMost = 8;
/** One letter stands in nearly every name. */
const leastLetters = 2;

type Props = {
  query: string;
  /** What is there to choose from has changed. */
  onFound: () => unknown;
};

/** Registrations that wait, missions, partners and organisations, by what is typed. */
export function ToRecords(props: Props) {
  const { query } = props;
  const session = useSession();
  if (query.trim().length < leastLetters) return null;
  return (
    <>
      {mayTake(session, "GET /queue") && <ToWaiting {...props} />}
      <ToMissions {...props} />
      {mayTake(session, "GET /registrations") && <ToPartners {...props} />}
      {mayTake(session, "GET /organisations") && <ToOrganisations {...props} />}
    </>
  );
}

function ToWaiting({ query, onFound }: Props) {
  const { t, i18n } = useTranslation("palette");
  const navigate = useNavigate();
  const { data } = useAsk("GET /queue", {});
  const rows = data?.rows.map(({ id, name, country }) => ({
    id,
    name,
    where: countryName(country, i18n.language),
  }));
  return (
    <Records
      onFound={onFound}
      label={t("waiting")}
      rows={rows?.filter(({ name, where }) => matches(query, name, where))}
      onGo={(item) => navigate({ to: "/admin", search: { item } })}
    />
  );
}

function ToMissions({ query, onFound }: Props) {
  const { t, i18n } = useTranslation("palette");
  const navigate = useNavigate();
  const { data } = useMissions();
  const rows = data?.rows.map(({ id, title, legs }) => ({
    ...{ id, name: wordsIn(title, i18n.language).words },
    where: legs.map(({ city }) => city).join(", "),
  }));
  return (
    <Records
      onFound={onFound}
      label={t("missions")}
      rows={rows?.filter(({ name, where }) => matches(query, name, where))}
      onGo={(id) => navigate({ to: "/admin/missions/$id", params: { id } })}
    />
  );
}

/** The portal searches them: there may be thousands. */
function ToPartners({ query, onFound }: Props) {
  const { t, i18n } = useTranslation("palette");
  const navigate = useNavigate();
  const [find] = useDebouncedValue(query.trim(), 200);
  const { data } = useAsk("GET /partners", { find, limit: shownAtMost }, find.length >= leastLetters);
  const rows = data?.rows.map(({ id, name, country }) => ({
    id,
    name,
    where: countryName(country, i18n.language),
  }));
  return (
    <Records
      onFound={onFound}
      label={t("partners")}
      rows={rows}
      onGo={(id) => navigate({ to: "/admin/review/$id", params: { id } })}
    />
  );
}

function ToOrganisations({ query, onFound }: Props) {
  const { t, i18n } = useTranslation("palette");
  const navigate = useNavigate();
  const { data } = useAllRows("GET /organisations", {});
  const rows = data?.map(({ id, name, country }) => ({
    ...{ id, name },
    where: countryName(country, i18n.language),
  }));
  return (
    <Records
      onFound={onFound}
      label={t("organisations")}
      rows={rows?.filter(({ name }) => matches(query, name))}
      onGo={(id) => navigate({ to: "/admin/organisations/$id/people", params: { id } })}
    />
  );
}

type RecordsProps = Pick<Props, "onFound"> & {
  label: string;
  rows: { id: string; name: string; where: string }[] | undefined;
  onGo: (id: string) => unknown;
};

function Records({ label, rows = [], onGo, onFound }: RecordsProps) {
  const found = rows.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other records stand there
  useEffect(() => void onFound(), [found]);
  if (!rows.length) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {rows.slice(0, shownAtMost).map(({ id, name, where }) => (
        <Spotlight.Action key={id} label={name} description={where} onClick={() => onGo(id)} />
      ))}
    </Spotlight.ActionsGroup>
  );
}
