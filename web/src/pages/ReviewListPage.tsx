import { useInfiniteQuery, useQueries } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Out, type Problem, searchOf, send } from "../app/api.ts";
import { countryName, instant } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { mayTake } from "../app/may.ts";
import { ask } from "../app/queries.ts";
import { type ReviewState, reviewStates } from "../app/review-states.ts";
import { useSession } from "../app/session.ts";
import { useWords } from "../app/words.ts";
import { ChooseRow } from "../bulk/ChooseRow.tsx";
import { useRowKeys } from "../bulk/useRowKeys.ts";
import type { Choosing } from "../bulk/useSelection.ts";
import { Asked } from "../parts/Asked.tsx";
import { DueDate } from "../parts/DueDate.tsx";
import { ListTools } from "../parts/ListTools.tsx";
import { More } from "../parts/More.tsx";
import { OfficePage } from "../parts/OfficePage.tsx";
import { StateTag } from "../parts/StateTag.tsx";
import { ManyRegistrations } from "../review/ManyRegistrations.tsx";
import { useOfficerNames } from "../review/useOfficerNames.ts";
import "./review-list.css";

type Registrations = Out<"GET /registrations">;
type Row = Registrations["rows"][number];

function useRegistrations(state: ReviewState) {
  return useInfiniteQuery<Registrations, Problem, { rows: Row[] }, string[], string | undefined>({
    queryKey: ["/api/registrations", searchOf({ state })],
    queryFn: ({ pageParam, signal }) =>
      send("GET /registrations", { state, limit: 50, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ rows: pages.flatMap(({ rows }) => rows) }),
  });
}

export function ReviewListPage() {
  const { t } = useTranslation(["web", "review"]);
  const { state = "submitted" } = useSearch({ from: "/admin/review/" });
  const registrations = useRegistrations(state);
  const session = useSession();
  const by = mayTake(session, "POST /registrations/:id/rejection") && session?.person?.person;
  // Whoever may choose from it has it kept in step there.
  useLive(...(by ? [] : ["/api/registrations"]));
  const list = (choosing?: Choosing) => (
    <Asked of={registrations}>
      {({ rows }) => (
        <>
          {rows.length ? (
            <Rows rows={rows} choosing={choosing} />
          ) : (
            <p className="quiet">{t(`review:none.${state}`)}</p>
          )}
          <More of={registrations} />
        </>
      )}
    </Asked>
  );
  return (
    <OfficePage of={registrations} title={t("review:title")}>
      <States current={state} />
      <ListTools list="registrations" wanted={{ state }} views />
      {by ? (
        <ManyRegistrations key={by} by={by} state={state}>
          {list}
        </ManyRegistrations>
      ) : (
        list()
      )}
    </OfficePage>
  );
}

/** The states with how many are in each; a number opens its list. */
function States({ current }: { current: ReviewState }) {
  const { t } = useTranslation(["web", "review"]);
  const { say } = useWords();
  const counts = useQueries({
    queries: reviewStates.map((state) => ask("GET /registrations", { state, limit: 1 })),
  });
  return (
    <nav className="review-states" aria-label={t("review:states")}>
      {reviewStates.map((state, n) => (
        <Link
          key={state}
          to="/admin/review"
          search={{ state }}
          {...(state === current && { "aria-current": "page" as const })}
        >
          {state === "draft" ? t("review:taken-back") : say(`partnerships:states.${state}`)}{" "}
          <b className="mono">{counts[n]?.data?.total ?? "·"}</b>
        </Link>
      ))}
    </nav>
  );
}

function Rows({ rows, choosing }: { rows: Row[]; choosing: Choosing | undefined }) {
  const { t, i18n } = useTranslation(["web", "review"]);
  const names = useOfficerNames();
  const order = rows.map(({ id }) => id);
  useRowKeys(order, choosing);
  return (
    <ul className={choosing ? "rows review-rows review-choosing" : "rows review-rows"}>
      {rows.map(({ id, name, country, submittedAt, dueAt, state, criteria, round, erased, owner }) => {
        const failing = criteria.filter(({ verdict }) => verdict === "fail").length;
        return (
          <li key={id} data-row={id}>
            {choosing && <ChooseRow id={id} name={name} order={order} choosing={choosing} />}
            <span className="mono">{country}</span>
            <span>
              <Link to="/admin/review/$id" params={{ id }}>
                <strong>{name}</strong>
              </Link>
              <span className="quiet small review-more">
                {countryName(country, i18n.language)} ·{" "}
                {t("review:sent", { at: instant(submittedAt, i18n.language) })}
                {round > 1 && ` · ${t("review:round", { round })}`}
                {names[owner ?? ""] && ` · ${t("review:owner.is", { name: names[owner ?? ""] })}`}
              </span>
            </span>
            <span>
              <StateTag service="partnerships" state={state} />
              {dueAt && <DueDate at={dueAt} />}
              <span className="small">
                {erased
                  ? t("review:erased")
                  : failing
                    ? t("review:failing", { count: failing })
                    : t("review:all-met")}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
