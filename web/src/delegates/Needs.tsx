import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePages } from "../office/usePages.ts";
import { Asked } from "../parts/Asked.tsx";
import { More } from "../parts/More.tsx";

/** Not shown before somebody asks: each look is written down. */
export function Needs({ mission }: { mission: string }) {
  const { t } = useTranslation("delegates");
  const [isAsked, setAsked] = useState(false);
  return (
    <div className="stack">
      <p className="quiet small">{t("office.needs-why")}</p>
      {isAsked ? (
        <Shown mission={mission} />
      ) : (
        <Button variant="default" onClick={() => setAsked(true)}>
          {t("office.needs")}
        </Button>
      )}
    </div>
  );
}

function Shown({ mission }: { mission: string }) {
  const { t } = useTranslation("delegates");
  const needs = usePages("GET /missions/:mission/delegate-needs", { mission });
  return (
    <Asked of={needs}>
      {({ rows }) => (
        <>
          {rows.length === 0 && <p>{t("office.no-needs")}</p>}
          <ul className="rows delegates" data-needs={rows.length}>
            {rows.map(({ delegate, name, companyName, diet, access }) => (
              <li key={delegate}>
                <span className="delegate-who">
                  <strong>{name ?? t("erased")}</strong> <span>{companyName}</span>
                  {diet && (
                    <span className="as-written" dir="auto">
                      {t("office.diet", { words: diet })}
                    </span>
                  )}
                  {access && (
                    <span className="as-written" dir="auto">
                      {t("office.access", { words: access })}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
          <More of={needs} />
        </>
      )}
    </Asked>
  );
}
