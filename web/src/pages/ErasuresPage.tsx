import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { Asked } from "../parts/Asked.tsx";
import { Confirm } from "../parts/Confirm.tsx";
import { TextInput } from "../parts/fields.tsx";
import { OfficePage } from "../parts/OfficePage.tsx";
import { Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import "./letters.css";

type Erasure = Out<"GET /erasures">["rows"][number];

/** Who asked to be forgotten, or whom an admin asked to forget; a second person does it. */
export function ErasuresPage() {
  const { t } = useTranslation(["web", "identity"]);
  const erasures = useAsk("GET /erasures", {});
  const [erased, setErased] = useState("");
  const isAdmin = useSession()?.person?.roles.includes("admin");
  return (
    <OfficePage of={erasures} title={t("identity:erasures.title")} lead={t("identity:erasures.lead")}>
      <p role="status" id={erasedId} tabIndex={-1}>
        {erased && t("identity:erasures.done", { person: erased })}
      </p>
      <Asked of={erasures}>
        {({ rows }) =>
          rows.length ? (
            <ul className="rows letters">
              {rows.map((erasure) => (
                <li key={erasure.person}>
                  <OneErasure erasure={erasure} onErased={() => setErased(erasure.person)} />
                </li>
              ))}
            </ul>
          ) : (
            <p className="quiet">{t("identity:erasures.none")}</p>
          )
        }
      </Asked>
      {isAdmin && (
        <Part title={t("identity:erasures.ask")}>
          <AskErasure />
        </Part>
      )}
    </OfficePage>
  );
}

const erasedId = "erased-person";

const renew = () => refresh("/api/erasures");

function OneErasure({ erasure, onErased }: { erasure: Erasure; onErased: () => void }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const self = useSession()?.person?.person;
  const erase = useStep("POST /people/:id/erasure", async () => {
    onErased();
    await renew();
    focusOn(erasedId);
  });
  const withdraw = useStep("DELETE /people/:id/erasure-requests", renew);
  const problem = erase.error ?? withdraw.error;
  const { person, name = person, askedBy, askedByName = askedBy, at } = erasure;
  return (
    <div className="stack">
      <p>
        <strong>{name}</strong>
        <span className="quiet small">
          {" · "}
          {askedBy === person
            ? t("identity:erasures.by-self")
            : t("identity:erasures.by", { name: askedByName })}
          {" · "}
          <time dateTime={at}>{instant(at, i18n.language)}</time>
        </span>
      </p>
      {askedBy === self ? (
        <>
          <p className="quiet">{t("identity:erasures.second")}</p>
          <div className="actions">
            <Button
              variant="default"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ id: person })}
            >
              {t("identity:erasures.withdraw")}
              <span className="hidden-text"> {name}</span>
            </Button>
          </div>
        </>
      ) : (
        <Confirm
          ask={t("identity:erasures.erase")}
          about={name}
          consequence={t("identity:erasures.consequence", { name })}
          yes={t("identity:erasures.yes")}
          busy={erase.isPending}
          onYes={() => erase.mutate({ id: person })}
        />
      )}
      {problem && <Trouble problem={problem} />}
    </div>
  );
}

function AskErasure() {
  const { t } = useTranslation(["web", "identity"]);
  const [id, setId] = useState("");
  const ask = useStep("POST /people/:id/erasure-requests", async () => {
    setId("");
    await renew();
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (id.trim()) ask.mutate({ id: id.trim() });
      }}
    >
      <TextInput
        className="field"
        label={t("identity:erasures.id")}
        description={t("identity:erasures.id-hint")}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" loading={ask.isPending}>
          {t("identity:erasures.ask")}
        </Button>
      </div>
      {ask.error && <Trouble problem={ask.error} />}
    </form>
  );
}
