import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { mayTake } from "../app/may.ts";
import { useSession } from "../app/session.ts";
import { HandOn } from "./HandOn.tsx";
import { PutOff } from "./PutOff.tsx";

type Registration = Out<"GET /registrations/:id">;

const ownerId = "registration-owner";
const open = new Set(["submitted", "changes-asked", "accepted"]);

/** Who answers for it, and how it comes to somebody else or to another day. */
export function OwnerOf({ registration }: { registration: Registration }) {
  const { t, i18n } = useTranslation("review");
  const session = useSession();
  const decides = mayTake(session, "POST /registrations/:id/owner") && open.has(registration.state);
  const [opened, setOpened] = useState<"hand-on" | "put-off">();
  const { id, owner, ownerName, putOffUntil, dueAt } = registration;
  const toggle = (what: "hand-on" | "put-off") => setOpened(opened === what ? undefined : what);
  const done = () => {
    setOpened(undefined);
    focusOn(ownerId);
  };
  const self = session?.person?.person;
  return (
    <div className="stack">
      <p id={ownerId} tabIndex={-1}>
        {owner === undefined
          ? t("owner.none")
          : owner === self
            ? t("owner.self")
            : (ownerName ?? t("owner.gone"))}
        {putOffUntil && new Date(putOffUntil) > new Date() && (
          <span className="quiet">
            {" "}
            · {t("owner.put-off-until", { at: instant(putOffUntil, i18n.language) })}
          </span>
        )}
      </p>
      {decides && (
        <div className="actions">
          <Button
            id="open-hand-on"
            variant="default"
            aria-expanded={opened === "hand-on"}
            onClick={() => toggle("hand-on")}
          >
            {t("owner.hand-on")}
          </Button>
          {dueAt && (
            <Button
              id="open-put-off"
              variant="default"
              aria-expanded={opened === "put-off"}
              onClick={() => toggle("put-off")}
            >
              {t("owner.put-off")}
            </Button>
          )}
        </div>
      )}
      {opened === "hand-on" && <HandOn id={id} owner={owner} onDone={done} />}
      {opened === "put-off" && dueAt && <PutOff id={id} dueAt={dueAt} onDone={done} />}
    </div>
  );
}
