import { Button } from "@mantine/core";
import { Fragment, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Part } from "../parts/Page.tsx";
import { useOfficePages } from "../parts/useOfficePages.ts";
import { KeysSwitch } from "./KeysSwitch.tsx";
import { useKeys, useKeysOn } from "./keys.ts";
import { besideQueue, pageLetters } from "./letters.ts";

/** Every key of the office that does something, for who reads it now: pages they may not see are not named. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["keys", "palette"]);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [on] = useKeysOn();
  const pages = useOfficePages();
  const close = () => dialog.current?.close();
  useEffect(() => {
    dialog.current?.showModal();
    title.current?.focus();
  }, []);
  useKeys({ "?": close });
  return (
    <dialog ref={dialog} className="key-sheet" aria-labelledby="key-sheet-title" onClose={onClose}>
      <h2 id="key-sheet-title" ref={title} tabIndex={-1}>
        {t("title")}
      </h2>
      <p className="quiet">{on ? t("lead") : t("off-now")}</p>
      <div className="key-sheet-parts">
        <div>
          <Part title={t("everywhere")}>
            <Keys
              of={[
                [t("palette:key"), t("palette")],
                ["?", t("sheet")],
                ["/", t("find")],
              ]}
            />
          </Part>
          {pages.some(({ to }) => to === "/admin") && (
            <Part title={t("beside")}>
              <Keys of={besideQueue.map((key) => [key, t(`does.${key}`)])} />
            </Part>
          )}
        </div>
        <Part title={t("go-to")}>
          <Keys of={pages.map(({ to, label }) => [pageLetters[to], label])} />
        </Part>
      </div>
      <div className="actions">
        <Button onClick={close}>{t("close")}</Button>
        <KeysSwitch />
      </div>
    </dialog>
  );
}

function Keys({ of }: { of: [key: string, does: string][] }) {
  return (
    <dl className="key-list">
      {of.map(([key, does]) => (
        <Fragment key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
