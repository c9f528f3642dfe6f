import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { useLive } from "../app/live.ts";
import { askAllRows, newKey, queryClient, refresh, useAsk } from "../app/queries.ts";
import type { ReviewState } from "../app/review-states.ts";
import "../bulk/bulk.css";
import { ChooseAll, chooseAllId } from "../bulk/ChooseAll.tsx";
import { ChosenBar, idOfCommand } from "../bulk/ChosenBar.tsx";
import { RunPanel } from "../bulk/RunPanel.tsx";
import { type Run, runOf } from "../bulk/run.ts";
import { useRuns } from "../bulk/useRuns.ts";
import { type Choosing, useSelection } from "../bulk/useSelection.ts";
import { isManyName, type ManyName, manyNames, routes } from "./many.ts";
import { PlanMany } from "./PlanMany.tsx";
import { UndoMany } from "./UndoMany.tsx";

type ListProps = {
  state: ReviewState;
  /** The list, with a way to choose from it. */
  children: (choosing: Choosing) => ReactNode;
};

const renew = () => Promise.all(["/api/registrations", "/api/queue", "/api/officers"].map(refresh));

/** The list, what would be done with some of it, or what was done. `by`: who reads. */
export function ManyRegistrations({ by, ...list }: ListProps & { by: string }) {
  const { t } = useTranslation("bulk");
  const of = useRuns("registrations", by, renew);
  // Not while it changes by what is sent from here: each of two hundred would have all lists asked again.
  useLive(...(of.going ? [] : ["/api/registrations"]));
  if (!of.runs) return <ChooseAndPlan key={list.state} {...list} onBegin={of.begin} />;
  const { name, run } = of.runs;
  if (!isManyName(name)) return null;
  return (
    <RunPanel
      of={of}
      title={t(`${name}.title`, { count: run.items.length })}
      done={t(`${name}.done`)}
      nameOf={(item) => (
        <Link to="/admin/review/$id" params={{ id: item.id }}>
          <strong dir="auto">{item.name}</strong>
        </Link>
      )}
      onPutAway={() => {
        of.putAway();
        focusOn(chooseAllId);
      }}
    >
      <UndoMany name={name} of={of} />
    </RunPanel>
  );
}

type Begin = (name: string, run: Run) => unknown;

function ChooseAndPlan({ state, children, onBegin }: ListProps & { onBegin: Begin }) {
  const { t } = useTranslation("bulk");
  const choosing = useSelection();
  const [name, setName] = useState<ManyName>();
  const total = useAsk("GET /registrations", { state, limit: 1 }).data?.total ?? 0;
  if (name)
    return (
      <PlanMany
        name={name}
        state={state}
        chosen={choosing.chosen}
        onSend={(shared, wishes) => void onBegin(name, runOf(routes[name], shared, wishes, newKey))}
        onCancel={() => {
          setName(undefined);
          focusOn(idOfCommand(name));
        }}
      />
    );
  return (
    <>
      {total > 0 && <ChooseAll total={total} ids={() => idsOf(state)} choosing={choosing} />}
      {children(choosing)}
      <ChosenBar
        choosing={choosing}
        commands={manyNames.map((one) => ({ name: one, label: t(`${one}.do`) }))}
        onChoose={setName}
      />
    </>
  );
}

const idsOf = async (state: ReviewState) =>
  (await queryClient.fetchQuery(askAllRows("GET /registrations", { state }))).map(({ id }) => id);
