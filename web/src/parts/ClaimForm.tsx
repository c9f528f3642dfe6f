import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { TextInput } from "./fields.ts";
import { Trouble } from "./Trouble.tsx";

type Props = { mission: string; company: string; free: number; onDone: () => unknown };

/** Asks for seats. Whether they are free is said before, and decided by the server. */
export function ClaimForm({ mission, company, free, onDone }: Props) {
  const { t } = useTranslation();
  const [wished, setWished] = useState("1");
  const [wrong, setWrong] = useState("");
  const claim = useStep("POST /missions/:mission/claims", onDone);
  const seats = Number(wished);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (!Number.isInteger(seats) || seats < 1 || seats > 50) return setWrong(t("sign-up.whole-number"));
    setWrong("");
    claim.mutate({ mission, company, seats });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextInput
        className="field field-short"
        label={t("sign-up.how-many")}
        type="number"
        inputMode="numeric"
        min={1}
        max={50}
        value={wished}
        error={wrong}
        onChange={(event) => setWished(event.currentTarget.value)}
      />
      <p className="quiet small">
        {seats > free ? t("sign-up.will-wait", { free }) : t("sign-up.will-fit", { free })}
      </p>
      <Button type="submit" loading={claim.isPending}>
        {seats > free ? t("sign-up.claim-wait") : t("sign-up.claim")}
      </Button>
      {claim.error && <Trouble problem={claim.error} />}
    </form>
  );
}
