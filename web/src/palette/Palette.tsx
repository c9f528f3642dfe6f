import { createSpotlight, Spotlight } from "@mantine/spotlight";
import "@mantine/core/styles/Modal.layer.css";
import "@mantine/core/styles/ModalBase.layer.css";
import "@mantine/core/styles/Overlay.layer.css";
import "@mantine/core/styles/Paper.layer.css";
import "@mantine/core/styles/Input.layer.css";
import "@mantine/core/styles/ScrollArea.layer.css";
import "@mantine/spotlight/styles.layer.css";
import "./palette.css";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { OnSelected } from "./OnSelected.tsx";
import { selectFirst } from "./select-first.ts";
import { ToPages } from "./ToPages.tsx";
import { ToRecords } from "./ToRecords.tsx";

const [store, palette] = createSpotlight();

/** All that can be done and gone to, by typing a part of its name. `opened`: how often it was asked for. */
export default function Palette({ opened }: { opened: number }) {
  const { t } = useTranslation("palette");
  const [query, setQuery] = useState("");
  const hasMoved = useRef(false);
  const onFound = useCallback(() => {
    if (!hasMoved.current) selectFirst(store);
  }, []);
  const before = useRef<Element>(null);
  useEffect(() => {
    before.current = document.activeElement;
    if (opened) palette.open();
  }, [opened]);
  // What was chosen puts the keyboard at what came of it; whoever chose nothing goes on where they were.
  const giveBack = () =>
    requestAnimationFrame(() => {
      const { activeElement, body } = document;
      if (activeElement === body && before.current instanceof HTMLElement) before.current.focus();
    });
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={(typed) => {
        hasMoved.current = false;
        setQuery(typed);
      }}
      shortcut={null}
      scrollable
      maxHeight="min(32rem, 70vh)"
      returnFocus={false}
      onSpotlightClose={giveBack}
      // It would write a style that the page's own rules refuse.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      attributes={{ content: { "aria-label": t("title") } }}
    >
      <Spotlight.Search
        placeholder={t("placeholder")}
        aria-label={t("placeholder")}
        onKeyDown={({ key }) => {
          if (key === "ArrowDown" || key === "ArrowUp") hasMoved.current = true;
        }}
      />
      <Spotlight.ActionsList aria-label={t("title")}>
        <OnSelected query={query} />
        <ToRecords query={query} onFound={onFound} />
        <ToPages query={query} />
        <Spotlight.Empty>{t("nothing")}</Spotlight.Empty>
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
