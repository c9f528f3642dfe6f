import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Out, type Problem, searchOf, send } from "../app/api.ts";
import { instant } from "../app/format.ts";
import { type LetterState, letterStates } from "../app/letter-states.ts";
import { ask, refresh } from "../app/queries.ts";
import { MarkedAddresses } from "../office/MarkedAddresses.tsx";
import { Asked } from "../parts/Asked.tsx";
import { ListTools } from "../parts/ListTools.tsx";
import { More } from "../parts/More.tsx";
import { OfficePage } from "../parts/OfficePage.tsx";
import "./letters.css";
import "./review-list.css";

type Letters = Out<"GET /letters">;
type Letter = Letters["rows"][number];

function useLetters(state: LetterState | undefined) {
  const own = state ? { state } : {};
  return useInfiniteQuery<Letters, Problem, { rows: Letter[] }, string[], string | undefined>({
    queryKey: ["/api/letters", searchOf(own)],
    queryFn: ({ pageParam, signal }) =>
      send("GET /letters", { ...own, limit: 50, ...(pageParam && { before: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ rows: pages.flatMap(({ rows }) => rows) }),
  });
}

/** Letters are no events, so nothing tells of a new one: it is asked whether there is, which reads nobody's. */
function useNews() {
  const { data } = useQuery({ ...ask("GET /outbox", {}), refetchInterval: 5_000 });
  const now = data && `${data.changedAt} ${data.marked}`;
  const seen = useRef(now);
  useEffect(() => {
    if (seen.current && seen.current !== now) {
      void refresh("/api/letters");
      void refresh("/api/marked-addresses");
    }
    seen.current = now;
  }, [now]);
}

export function LettersPage() {
  const { t } = useTranslation(["web", "mail"]);
  const { state } = useSearch({ from: "/admin/letters" });
  const letters = useLetters(state);
  useNews();
  return (
    <OfficePage of={letters} title={t("mail:letters.title")} lead={t("mail:letters.lead")}>
      <MarkedAddresses />
      <nav className="review-states" aria-label={t("mail:letters.title")}>
        {[undefined, ...letterStates].map((one) => (
          <Link
            key={one ?? "all"}
            to="/admin/letters"
            search={one ? { state: one } : {}}
            activeOptions={{ exact: true }}
            {...(one === state && { "aria-current": "page" as const })}
          >
            {t(`mail:letters.${one ?? "all"}`)}
          </Link>
        ))}
      </nav>
      <ListTools list="letters" wanted={{ state }} views />
      <Asked of={letters}>
        {({ rows }) => (
          <>
            {rows.length ? (
              <ul className="rows letters">
                {rows.map((letter, n) => (
                  <li key={letter.id}>
                    <OneLetter letter={letter} isNewest={n === 0} />
                  </li>
                ))}
              </ul>
            ) : (
              <p className="quiet">{t(state ? noneIn[state] : "mail:letters.none")}</p>
            )}
            <More of={letters} />
          </>
        )}
      </Asked>
    </OfficePage>
  );
}

const noneIn = {
  waiting: "mail:letters.none",
  sent: "mail:letters.none",
  failed: "mail:letters.none-failed",
  bounced: "mail:letters.none-bounced",
} as const;

function OneLetter({ letter, isNewest }: { letter: Letter; isNewest: boolean }) {
  const { t, i18n } = useTranslation(["web", "mail"]);
  const { to, template, state, at, tries, error, content, marked } = letter;
  const head = (
    <>
      <strong>{content?.subject ?? t(`mail:letters.about.${template}`)}</strong>
      <span className="quiet small">
        {" "}
        · {t("mail:letters.to", { to })} · {instant(at, i18n.language)} · {t(`mail:letters.${state}`)}
        {tries > 1 && ` · ${t("mail:letters.tries", { count: tries })}`}
        {marked && ` · ${t("mail:letters.to-marked")}`}
      </span>
    </>
  );
  return (
    <article>
      {content ? (
        <LetterText text={content.text} isNewest={isNewest}>
          {head}
        </LetterText>
      ) : (
        <p>{head}</p>
      )}
      {error && (
        <p className="small">
          {error === "late" || error === "marked"
            ? t(`mail:letters.${error}`)
            : t("mail:letters.error", { error })}
        </p>
      )}
    </article>
  );
}

const address = /(https?:\/\/\S+)/;

type TextProps = { text: string; isNewest: boolean; children: ReactNode };

/** Opens below its subject; the newest stands open, and stays so when another comes. */
function LetterText({ text, isNewest, children }: TextProps) {
  const [isOpen] = useState(isNewest);
  return (
    <details open={isOpen}>
      <summary>{children}</summary>
      <p className="letter-text" dir="auto">
        {text.split(address).map((part) =>
          address.test(part) ? (
            <a key={part} href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </details>
  );
}
