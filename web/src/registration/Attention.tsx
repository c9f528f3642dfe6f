import { useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { Part } from "../parts/Page.tsx";
import { idOfField } from "./Answer.tsx";
import { questionsIn } from "./draft.ts";
import { useRegistration } from "./registration.ts";
import { sectionOf } from "./sections.ts";

/** Seldom needed, and only when the portal has just answered. */
const Clashes = lazy(() => import("./Clashes.tsx"));
const AskedAbout = lazy(() => import("./AskedAbout.tsx"));
const AlikePartners = lazy(() => import("./AlikePartners.tsx"));

/** What stands above each part of the form: what the office asks, partners that look the same, and answers that two people changed. */
export function Attention() {
  const { t } = useTranslation(["web", "partnerships"]);
  const { own, kept } = useRegistration();
  const { lang } = useParams({ from: "/$lang" });
  const { section } = useParams({ strict: false });
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const asked = own.state === "changes-asked" || own.state === "rejected";
  const note = asked ? own.notes.at(-1) : undefined;
  const questions = questionsIn(own);
  return (
    <>
      {note?.text && (
        <Part title={own.state === "rejected" ? t("partnerships:why-rejected") : t("form.note")}>
          <p className="done as-written">{note.text}</p>
        </Part>
      )}
      {questions.length > 0 && !section && (
        <Suspense>
          <AskedAbout questions={questions} />
        </Suspense>
      )}
      {own.alike.length > 0 && (
        <Suspense>
          <AlikePartners alike={own.alike} />
        </Suspense>
      )}
      {kept.draft.clash.length > 0 && (
        <Suspense>
          <Clashes
            draft={kept.draft}
            onChoose={async (field, whose) => {
              kept.choose(field, whose);
              if (section !== sectionOf(field))
                await navigate({
                  to: "/$lang/register/form/$section",
                  params: { lang, section: sectionOf(field) },
                  ...(pathname.endsWith("/check") && { search: { to: "check" } }),
                });
              focusOn(idOfField(field));
            }}
          />
        </Suspense>
      )}
    </>
  );
}
