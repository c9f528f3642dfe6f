import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out, Problem } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { useAskBeforeLeaving } from "../app/leaving.ts";
import { may, mayTake } from "../app/may.ts";
import { refresh, useStep } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { useWords } from "../app/words.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { type Question, Questions } from "./Questions.tsx";
import { useFields } from "./useFields.ts";
import { WithWords } from "./WithWords.tsx";

type Registration = Out<"GET /registrations/:id">;
type Wordy = (typeof wordy)[number];

const wordy = ["ask-changes", "waive", "reject"] as const;

/** The steps that are possible now, and only those; what each asks opens in its place, with what was typed there before. */
export function Decide({ registration, onDone }: { registration: Registration; onDone: () => unknown }) {
  const { t } = useTranslation(["web", "review"]);
  const { ofStep } = useWords();
  const decides = mayTake(useSession(), "POST /registrations/:id/acceptance");
  const { id, version } = registration;
  const fields = useFields(registration.answers);
  const [opened, setOpened] = useState<Wordy>();
  const [openedAt, setOpenedAt] = useState(version);
  const [warned, setWarned] = useState(false);
  const [typed, setTyped] = useState<Partial<Record<Wordy, string>>>({});
  const [questions, setQuestions] = useState<Question[]>([]);
  const asked = questions
    .filter(({ text }) => text.trim())
    .map(({ field, text }) => ({ field, text: text.trim() }));
  const possible = wordy.filter((step) => may(registration, step));
  const unsent = possible.filter((step) => typed[step]?.trim()).length + asked.length;
  useAskBeforeLeaving(
    () => unsent,
    () => t("review:leave"),
  );
  const taken = () => {
    setOpened(undefined);
    setWarned(false);
    setTyped({});
    setQuestions([]);
    return refresh("/api/registrations");
  };
  const done = async () => {
    await taken();
    await onDone();
  };
  const accept = useStep("POST /registrations/:id/acceptance", done);
  const reject = useStep("POST /registrations/:id/rejection", done);
  const askChanges = useStep("POST /registrations/:id/questions", done);
  // It is still to be decided on.
  const waive = useStep("POST /registrations/:id/waiver", taken);
  const commands = { "ask-changes": askChanges, reject, waive };
  const busy = [accept, reject, askChanges, waive].some(({ isPending }) => isPending);

  const start = (open: Wordy | undefined) => {
    for (const command of [accept, reject, askChanges, waive]) command.reset();
    setOpened(open);
    setOpenedAt(version);
  };
  const onRefused = ({ status }: Problem) => {
    // Something changed meanwhile: the page shows what there is now beside why this was refused.
    if (status === 409 || status === 412) void refresh("/api/registrations");
  };
  const send = (step: Wordy, words: string) => {
    if (step === "reject") reject.mutate({ id, version, reason: words }, { onError: onRefused });
    if (step === "ask-changes")
      askChanges.mutate(
        { id, version, ...(words && { note: words }), ...(asked.length && { questions: asked }) },
        { onError: onRefused },
      );
    if (step === "waive") waive.mutate({ id, version, programme: words }, { onError: onRefused });
  };

  const problem = accept.error ?? reject.error ?? askChanges.error ?? waive.error;
  if (!decides) return <p className="quiet">{t("review:only-officers")}</p>;
  return (
    <div className="stack">
      {problem && <Trouble problem={problem} />}
      {!possible.length && !may(registration, "accept") && (
        <p className="quiet">{t("review:nothing-to-decide")}</p>
      )}
      {may(registration, "waive") && <p>{t("review:not-met")}</p>}
      {warned && may(registration, "accept") && (
        <p className="stale-note" role="alert">
          {t("review:alike-first", { names: registration.alike.map(({ name }) => name) })}
        </p>
      )}
      {opened && version !== openedAt && <p className="stale-note">{t("review:meanwhile")}</p>}
      <div className="actions">
        {may(registration, "accept") && (
          <Button
            id="take-accept"
            loading={accept.isPending}
            disabled={busy}
            onClick={() => {
              start(undefined);
              setWarned(registration.alike.length > 0);
              if (registration.alike.length === 0 || warned)
                accept.mutate({ id, version }, { onError: onRefused });
            }}
          >
            {warned ? t("review:accept-alike") : capital(ofStep("accept"))}
          </Button>
        )}
        {possible.map((step) => (
          <Button
            key={step}
            id={`open-${step}`}
            variant="default"
            disabled={busy}
            aria-expanded={opened === step}
            onClick={() => start(opened === step ? undefined : step)}
          >
            {capital(ofStep(step))}
          </Button>
        ))}
      </div>
      {opened && (may(registration, opened) || version !== openedAt) && (
        <WithWords
          key={opened}
          step={opened}
          words={typed[opened] ?? ""}
          onWrite={(words) => setTyped({ ...typed, [opened]: words })}
          busy={commands[opened].isPending}
          {...(opened === "ask-changes" && {
            isOptional: asked.length > 0,
            below: <Questions fields={fields} questions={questions} onChange={setQuestions} />,
          })}
          onSend={(words) => send(opened, words)}
          onCancel={() => {
            start(undefined);
            setTyped({ ...typed, [opened]: "" });
            setQuestions([]);
            focusOn(`open-${opened}`);
          }}
        />
      )}
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
