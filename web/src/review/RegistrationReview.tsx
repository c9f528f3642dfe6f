import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { countryName, instant } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { may, mayTake } from "../app/may.ts";
import { refresh, useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { AsItWas } from "../as-it-was/AsItWas.tsx";
import { Merged } from "../mergers/Merged.tsx";
import { useSelect } from "../palette/selected.ts";
import { Asked } from "../parts/Asked.tsx";
import { Criteria } from "../parts/Criteria.tsx";
import { DueDate } from "../parts/DueDate.tsx";
import { Part } from "../parts/Page.tsx";
import { EraseRegistration, TakeDownPage } from "../parts/RegistrationEnds.tsx";
import { StateTag } from "../parts/StateTag.tsx";
import { Timeline } from "../parts/Timeline.tsx";
import { AlikeRegistrations } from "./AlikeRegistrations.tsx";
import { AnswerList } from "./AnswerList.tsx";
import { AskedAndAnswered } from "./AskedAndAnswered.tsx";
import { Decide } from "./Decide.tsx";
import { OwnerOf } from "./OwnerOf.tsx";
import { UndoDecision } from "./UndoDecision.tsx";

const stateId = "registration-state";

export function useRegistration(id: string) {
  useLive(`/api/registrations/${id}`, `/api/registrations/${id}/timeline`);
  return useAsk("GET /registrations/:id", { id });
}

type Props = { id: string; onDecided?: () => unknown };

/** All that an officer needs to decide on a registration. */
export function RegistrationReview({ id, onDecided }: Props) {
  const { t, i18n } = useTranslation(["web", "review"]);
  const registration = useRegistration(id);
  useSelect({ kind: "registration", id });
  const timeline = useAsk("GET /registrations/:id/timeline", { id });
  const erases = mayTake(useSession(), "POST /registrations/:id/erasure");
  const onDone = async () => {
    await refresh("/api/registrations");
    focusOn(stateId);
  };
  return (
    <Asked of={registration}>
      {(data) => (
        <div className="columns">
          <div>
            <dl className="facts">
              <dt>{t("review:state")}</dt>
              <dd id={stateId} tabIndex={-1}>
                <StateTag service="partnerships" state={data.state} />
              </dd>
              <dt>{t("review:country")}</dt>
              <dd>{countryName(data.country, i18n.language)}</dd>
              <dt>{t("review:sent-at")}</dt>
              <dd>{instant(data.submittedAt, i18n.language)}</dd>
              {data.dueAt && (
                <>
                  <dt>{t("review:due-at")}</dt>
                  <dd>
                    <DueDate at={data.dueAt} named />
                  </dd>
                </>
              )}
            </dl>
            {data.alike.length > 0 && (
              <Part title={t("review:alike")}>
                <AlikeRegistrations registration={data} />
              </Part>
            )}
            <Merged registration={data} onDone={onDone} />
            <Part title={t("review:decide")} unprinted>
              <UndoDecision id="undo-decision" registration={data} onDone={onDone} />
              <Decide key={id} registration={data} onDone={onDecided ?? (() => focusOn(stateId))} />
            </Part>
            <Part title={t("review:owner.title")}>
              <OwnerOf key={id} registration={data} />
            </Part>
            {data.questions.length > 0 && (
              <Part title={t("review:asked.title")}>
                <AskedAndAnswered registration={data} />
              </Part>
            )}
            <Part title={t("review:answers")}>
              {data.answers ? (
                <AnswerList answers={data.answers} before={data.before} />
              ) : (
                <p className="quiet">{t("review:erased")}</p>
              )}
            </Part>
            {may(data, "take-down") && (
              <TakeDownPage
                id={id}
                words={{
                  ...t("review:take-down", { returnObjects: true }),
                  ...(data.state === "merged" && { consequence: t("review:merged-page.consequence") }),
                }}
                onDone={onDone}
              />
            )}
            {data.answers && erases && (
              <EraseRegistration
                id={id}
                words={{
                  ...t("review:erasure", { returnObjects: true }),
                  ...(data.state === "merged" && { why: t("review:merged-page.erasure") }),
                }}
                onDone={onDone}
              />
            )}
          </div>
          <div>
            <Part title={t("criteria.title")}>
              <Criteria criteria={data.criteria} />
              {data.waivedFor && <p>{t("review:waived-for", { programme: data.waivedFor })}</p>}
            </Part>
            <Part title={t("timeline.title")}>
              <Asked of={timeline}>{({ rows }) => <Timeline service="partnerships" rows={rows} />}</Asked>
              <AsItWas key={id} of="registration" id={id} />
            </Part>
          </div>
        </div>
      )}
    </Asked>
  );
}
