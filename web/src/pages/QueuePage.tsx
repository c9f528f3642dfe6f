import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { useLive } from "../app/live.ts";
import { refresh, useAsk } from "../app/queries.ts";
import { KeysLine } from "../keys/KeysLine.tsx";
import { Asked } from "../parts/Asked.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { ItemPane, paneId } from "../queue/ItemPane.tsx";
import { type Decided, DecidedLine, JustDecided } from "../queue/JustDecided.tsx";
import { nextAfter } from "../queue/next-after.ts";
import { QueueList } from "../queue/QueueList.tsx";
import { useQueueKeys } from "../queue/useQueueKeys.ts";
import "../queue/queue.css";

type Queue = Out<"GET /queue">;

/** What waits for this officer, whatever is due first on top; beside it the one that is open. */
export function QueuePage() {
  const { t } = useTranslation("queue");
  const queue = useAsk("GET /queue", {});
  useLive("/api/queue");
  return (
    <Page
      title={t("title")}
      lead={queue.data && t("lead", { count: queue.data.total })}
      above={<Link to="/admin/officers">{t("officers.title")}</Link>}
    >
      <Asked of={queue}>{(data) => <Work queue={data} />}</Asked>
    </Page>
  );
}

function Work({ queue }: { queue: Queue }) {
  const { t } = useTranslation("queue");
  const { item } = useSearch({ from: "/admin/" });
  const navigate = useNavigate();
  const [decided, setDecided] = useState<Decided>();
  const order = useRef<string[]>([]);
  const ids = queue.rows.map(({ id }) => id);
  if (!item || ids.includes(item)) order.current = ids;
  const open = (id: string | undefined) => {
    void navigate({ to: "/admin", search: id ? { item: id } : {} });
    if (id) focusOn(paneId);
  };
  const onDone = async (of: Decided) => {
    setDecided(of);
    await refresh("/api/queue");
    open(nextAfter(of.id, order.current));
  };
  const onUndone = (id: string) => {
    setDecided(undefined);
    open(id);
  };
  useQueueKeys({ ids, item, open });
  const shown = [...queue.rows, ...queue.putOff].find(({ id }) => id === item);
  return (
    <>
      <DecidedLine of={decided} />
      {decided && <JustDecided of={decided} onUndone={() => onUndone(decided.id)} />}
      <div className={item ? "queue queue-open" : "queue"}>
        <div className="queue-list">
          {queue.rows.length ? (
            <QueueList rows={queue.rows} current={item} />
          ) : (
            <p>
              {t("nothing")} <Link to="/admin/review">{t("to-all")}</Link>
            </p>
          )}
          {queue.putOff.length > 0 && (
            <Part title={t("put-off")}>
              <QueueList rows={queue.putOff} current={item} />
            </Part>
          )}
          {queue.rows.length > 0 && <KeysLine />}
        </div>
        {item && (
          <ItemPane
            key={item}
            id={item}
            name={shown?.name}
            onDone={(name) => onDone({ id: item, name })}
            onClose={() => open(undefined)}
          />
        )}
      </div>
    </>
  );
}
