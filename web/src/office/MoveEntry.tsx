import { Button } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Textarea, TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";

type Props = { mission: string; row: { company: string; place?: number }; to: number; close: () => void };

/** Another place on the waiting list, with the reason that those between will read. */
export default function MoveEntry({ mission, row, to, close }: Props) {
  const { t } = useTranslation(["web", "missions"]);
  const { company, place: from = 0 } = row;
  const id = useId();
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const placeField = useRef<HTMLInputElement>(null);
  const [place, setPlace] = useState(String(to));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const move = useStep("POST /missions/:mission/entries/:company/moves", async () => {
    await refresh(`/api/missions/${mission}`);
    close();
    focusOn("waiting-list");
  });
  useEffect(() => reasonField.current?.focus(), []);
  const target = Number(place);
  const rightPlace = Number.isInteger(target) && target >= 1 && target !== from;
  const words = reason.trim();
  const rightReason = words.length >= 2 && words.length <= 500;

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!rightPlace) return placeField.current?.focus();
    if (!rightReason) return reasonField.current?.focus();
    const asked = { mission, company, from, to: target, reason: words };
    // Another may have been served meanwhile: the list shows what there is now.
    move.mutate(asked, { onError: () => void refresh(`/api/missions/${mission}`) });
  }

  return (
    <form className="stack move-entry" onSubmit={submit} noValidate>
      <TextInput
        id={`${id}-place`}
        ref={placeField}
        className="field field-short"
        type="number"
        inputMode="numeric"
        min={1}
        label={t("missions:entry.office.place")}
        value={place}
        error={tried && !rightPlace && t("missions:entry.office.place-number")}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <Textarea
        id={`${id}-reason`}
        ref={reasonField}
        className="field"
        rows={3}
        maxLength={500}
        label={t("missions:entry.office.reason")}
        description={t("missions:entry.office.reason-hint")}
        value={reason}
        error={tried && !rightReason && t("missions:entry.office.reason-needed")}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="actions">
        <Button type="submit" loading={move.isPending}>
          {t("missions:entry.office.move")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("web:cancel")}
        </Button>
      </div>
      {move.error && <Trouble problem={move.error} />}
    </form>
  );
}
