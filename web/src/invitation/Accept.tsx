import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useStep } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Link } from "./useInvitationInAddress.ts";

type Accepted = Out<"POST /invitations/:invitation/acceptance">;
type Props = { invited: Link; onJoined: (accepted: Accepted) => unknown };

/** Whoever is new gives a name. */
export function Accept({ invited, onJoined }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  const person = useSession()?.person;
  const [name, setName] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const accept = useStep("POST /invitations/:invitation/acceptance", onJoined);
  const isMissing = accept.error?.code === "identity.name-missing";

  function submit(event: React.FormEvent) {
    event.preventDefault();
    const own = name.trim() ? { name: name.trim() } : {};
    accept.mutate({ ...invited, ...own }, { onError: () => field.current?.focus() });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      {person ? (
        <p>{t("identity:invitation.signed-in", { name: person.name })}</p>
      ) : (
        <TextInput
          ref={field}
          className="field"
          label={t("identity:invitation.name")}
          description={t("identity:invitation.name-hint")}
          autoComplete="name"
          maxLength={120}
          value={name}
          error={isMissing && !name.trim() && t("identity:refusals.name-missing")}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {accept.error && !isMissing && <Trouble problem={accept.error} />}
      <div className="actions">
        <Button type="submit" loading={accept.isPending}>
          {t("identity:invitation.accept")}
        </Button>
      </div>
    </form>
  );
}
