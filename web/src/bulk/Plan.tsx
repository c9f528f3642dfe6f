import { Button } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { Part } from "../parts/Page.tsx";
import type { Wish } from "./run.ts";

/** What becomes of it, or what keeps it from being done, as the reader is told. */
export type Planned = Wish & { will: string; why?: string };

type Props = {
  title: string;
  consequence: string;
  yes: (count: number) => string;
  planned: Planned[];
  /** Chosen, and not in the list any more. */
  gone: number;
  /** What is asked for all of them. */
  children: ReactNode;
  onSend: (wishes: Wish[]) => void;
  onCancel: () => void;
};

const titleId = "plan-many";

/** What would be done, item by item, before anything is. */
export function Plan({ title, consequence, yes, planned, gone, children, onSend, onCancel }: Props) {
  const { t } = useTranslation(["web", "bulk"]);
  const can = planned.filter(({ why }) => why === undefined);
  const cannot = planned.filter(({ why }) => why !== undefined);
  useEffect(() => focusOn(titleId), []);
  return (
    <Part title={title} id={titleId}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSend(can.map(({ id, name, own }) => ({ id, name, own })));
        }}
      >
        {children}
        <p role="status">
          {t("bulk:can", { count: can.length, of: planned.length })}{" "}
          {gone > 0 && t("bulk:gone", { count: gone })}
        </p>
        <ul className="rows many-rows">
          {cannot.map(({ id, name, why }) => (
            <li key={id} data-can="false">
              <strong dir="auto">{name}</strong>
              <span className="state-tag state-marked">{t("bulk:cannot", { why })}</span>
            </li>
          ))}
          {can.map(({ id, name, will }) => (
            <li key={id} data-can="true">
              <strong dir="auto">{name}</strong>
              <span className="state-tag">{will}</span>
            </li>
          ))}
        </ul>
        {can.length > 0 && <p>{consequence}</p>}
        <div className="actions">
          {can.length > 0 && <Button type="submit">{yes(can.length)}</Button>}
          <Button variant="default" onClick={onCancel}>
            {t("cancel")}
          </Button>
        </div>
      </form>
    </Part>
  );
}
