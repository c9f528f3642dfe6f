import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Out, type Problem, send } from "../app/api.ts";
import { keepPlace } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { withStepUp } from "../app/step-up.ts";
import { useWords } from "../app/words.ts";
import { namespacesOfChanges, useHappened } from "../audit/useHappened.ts";
import { Confirm } from "../parts/Confirm.tsx";
import { saveFile } from "../parts/save-file.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { Held } from "./Held.tsx";

type Data = Out<"GET /people/:person/export">;

/** All that is kept about whoever asks: to read, to print, and as a file for elsewhere; and the way to have it erased. */
export function MyData({ person }: { person: string }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const show = useMutation<Data, Problem>({
    mutationFn: async () => {
      await i18n.loadNamespaces([...namespacesOfChanges]);
      return withStepUp(() => send("GET /people/:person/export", { person }));
    },
  });
  const askedAt = useAsk("GET /account", {}).data?.erasureAskedAt;
  const renew = () => refresh("/api/account");
  const ask = useStep("POST /people/:id/erasure-requests", renew);
  const withdraw = useStep("DELETE /people/:id/erasure-requests", renew);
  const problem = ask.error ?? withdraw.error;
  return (
    <div className="stack">
      <div className="actions">
        <Button
          variant="default"
          loading={show.isPending}
          onClick={() => show.mutate(undefined, { onSettled: keepPlace() })}
        >
          {t("identity:my-data.show")}
        </Button>
        {show.data && (
          <>
            <Button variant="default" onClick={() => print()}>
              {t("identity:account.print")}
            </Button>
            <Button
              variant="default"
              onClick={() =>
                saveFile(`${person}.json`, "application/json", JSON.stringify(show.data, null, 2))
              }
            >
              {t("identity:my-data.file")}
            </Button>
          </>
        )}
      </div>
      {show.error && <Trouble problem={show.error} />}
      {show.data && <Everything data={show.data} />}
      {askedAt ? (
        <>
          <p role="status">{t("identity:my-data.asked", { at: instant(askedAt, i18n.language) })}</p>
          <div className="actions">
            <Button
              variant="default"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ id: person })}
            >
              {t("identity:my-data.withdraw")}
            </Button>
          </div>
        </>
      ) : (
        <Confirm
          ask={t("identity:my-data.erase")}
          consequence={t("identity:my-data.consequence")}
          yes={t("identity:my-data.yes")}
          busy={ask.isPending}
          onYes={() => ask.mutate({ id: person })}
        />
      )}
      {problem && <Trouble problem={problem} />}
    </div>
  );
}

function Everything({ data }: { data: Data }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const { say } = useWords();
  const happened = useHappened();
  return (
    <div className="stack">
      <p>{t("identity:my-data.as-of", { at: instant(data.at, i18n.language) })}</p>
      <Held held={data.held} />
      <h3>{t("identity:my-data.changes", { count: data.changes.length })}</h3>
      <ul>
        {data.changes.map((change, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no name of their own, and never change places.
          <li key={n}>
            {[instant(change.at, i18n.language), change.name ?? change.person, happened(change)]
              .filter(Boolean)
              .join(" · ")}
          </li>
        ))}
      </ul>
      <h3>{t("identity:my-data.reads", { count: data.reads.length })}</h3>
      <ul>
        {data.reads.map(({ at, action, name, person, reason }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <li key={n}>
            {instant(at, i18n.language)} · {name ?? person} ·{" "}
            {say(`identity:reads.${action.replace(".", "-")}`, { defaultValue: action })} {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
