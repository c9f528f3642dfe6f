import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";

type Marked = Out<"GET /marked-addresses">["rows"][number];

/** Addresses from which letters came back, whom they concern, and the way to say that one is right again. */
export function MarkedAddresses() {
  const { t } = useTranslation("mail");
  const marked = useAsk("GET /marked-addresses", {});
  const [unmarked, setUnmarked] = useState("");
  const rows = marked.data?.rows ?? [];
  return (
    <>
      <p role="status" id="unmarked-address" tabIndex={-1}>
        {unmarked && t("marked-addresses.unmarked", { to: unmarked })}
      </p>
      {marked.error && <Trouble problem={marked.error} />}
      {rows.length > 0 && (
        <Part id="marked-addresses" title={t("marked-addresses.title", { count: rows.length })}>
          <p>{t("marked-addresses.lead")}</p>
          <ul className="rows letters">
            {rows.map((row) => (
              <li key={row.address}>
                <OneAddress marked={row} onRight={() => setUnmarked(row.to)} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function OneAddress({ marked, onRight }: { marked: Marked; onRight: () => void }) {
  const { t, i18n } = useTranslation("mail");
  const { address, to, of, id, name, at, said } = marked;
  const unmark = useStep("DELETE /marked-addresses/:address", async () => {
    onRight();
    await Promise.all(["/api/marked-addresses", "/api/letters", "/api/outbox"].map(refresh));
    focusOn("unmarked-address");
  });
  return (
    <article className="stack">
      <p>
        <strong>{to}</strong>
        <span className="quiet small">
          {" · "}
          {of === "person" && t("marked-addresses.person", { name })}
          {of === "registration" && id && (
            <Link to="/admin/review/$id" params={{ id }}>
              {t("marked-addresses.registration")}
            </Link>
          )}
          {of === "delegate" && t("marked-addresses.delegate")}
          {of === "office" && <Link to="/admin/settings">{t("marked-addresses.office")}</Link>}
          {" · "}
          <time dateTime={at}>{instant(at, i18n.language)}</time>
        </span>
      </p>
      <p className="small">{t("marked-addresses.said", { said })}</p>
      <div className="actions">
        <Button variant="default" loading={unmark.isPending} onClick={() => unmark.mutate({ address })}>
          {t("marked-addresses.right")}
          <span className="hidden-text"> {to}</span>
        </Button>
      </div>
      {unmark.error && <Trouble problem={unmark.error} />}
    </article>
  );
}
