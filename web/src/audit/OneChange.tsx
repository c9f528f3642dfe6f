import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { instant } from "../app/format.ts";
import { useHappened } from "./useHappened.ts";
import "./changes.css";

type Change = Out<"GET /changes">["rows"][number];

/** Who did it and for whom, what came of it, and when. */
export function OneChange({ change }: { change: Change }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const happened = useHappened();
  const { number, at, command, stream, events } = change;
  return (
    <article>
      <p>
        <Doer change={change} />
      </p>
      <p>
        <strong>{happened(change)}</strong>
        {" · "}
        <Link to="/admin/changes" search={{ stream }}>
          {stream}
        </Link>
        <span className="quiet small">
          {" · "}
          <time dateTime={at}>{instant(at, i18n.language)}</time>
          {` · ${number} · ${command}`}
        </span>
      </p>
      {events.length > 0 && (
        <details>
          <summary>{t("identity:changes.details")}</summary>
          <ul className="change-data">
            {events.map(({ event, data }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what one command came to never changes.
              <li key={n}>
                <code>{event}</code> <code>{data}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

/** A person and for which organisation, by which token; or else a link, or a part of the portal. */
function Doer({ change }: { change: Change }) {
  const { t } = useTranslation(["web", "identity"]);
  const { person, name, organisation, organisationName, token, system } = change;
  const also = [organisationName ?? organisation, token && t("identity:changes.by-token", { token })];
  const besides = also.filter(Boolean).join(", ");
  if (system) return t("identity:changes.portal", { part: system });
  if (!person) return [besides, t("identity:changes.by-link")].filter(Boolean).join(", ");
  return (
    <>
      <Link to="/admin/changes" search={{ person }}>
        {name ?? t("identity:erased-person")}
      </Link>
      {besides && `, ${besides}`}
    </>
  );
}
