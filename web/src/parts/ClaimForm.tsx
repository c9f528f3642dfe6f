import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useStep } from "../app/queries.ts";
import { TextInput } from "./fields.tsx";
import { Trouble } from "./Trouble.tsx";

type Claimed = Out<"POST /missions/:mission/claims">;
type Props = {
  mission: string;
  company: string;
  capacity: number;
  free: number;
  /** To whoever asks, when more is asked than is free: what will happen, and on the button. */
  whenWaiting: { words: string; claim: string };
  /** `fitted`: whether the seats seemed free when they were asked for. */
  onDone: (claimed: Claimed, fitted: boolean) => unknown;
};

/** No more than this in one entry, and never more than there are. */
const most = 50;

/** Asks for seats. Whether they are free is said before, and decided by the server. */
export function ClaimForm({ mission, company, capacity, free, whenWaiting, onDone }: Props) {
  const { t } = useTranslation(["web", "missions"]);
  const [wished, setWished] = useState("1");
  const [wrong, setWrong] = useState("");
  const seats = Number(wished);
  const fitted = useRef(true);
  const field = useRef<HTMLInputElement>(null);
  const claim = useStep("POST /missions/:mission/claims", (claimed) => onDone(claimed, fitted.current));
  const limit = Math.min(most, capacity);
  const tooMany = seats > limit;
  const whole = t("missions:sign-up.whole-number", { most: limit });

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (!Number.isInteger(seats) || seats < 1 || tooMany) {
      field.current?.focus();
      return setWrong(whole);
    }
    setWrong("");
    fitted.current = seats <= free;
    claim.mutate({ mission, company, seats });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextInput
        ref={field}
        className="field field-short"
        label={t("missions:sign-up.how-many")}
        type="number"
        inputMode="numeric"
        min={1}
        max={limit}
        value={wished}
        error={tooMany ? whole : wrong}
        onChange={(event) => {
          setWrong("");
          setWished(event.currentTarget.value);
        }}
      />
      <p className="quiet small" hidden={tooMany || wrong !== ""}>
        {seats > free ? whenWaiting.words : t("missions:sign-up.will-fit", { free })}
      </p>
      {!tooMany && (
        <Button type="submit" loading={claim.isPending}>
          {seats > free ? whenWaiting.claim : t("missions:sign-up.claim")}
        </Button>
      )}
      {claim.error && <Trouble problem={claim.error} />}
    </form>
  );
}
