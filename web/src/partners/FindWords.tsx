import { Button } from "@mantine/core";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { TextInput } from "../parts/fields.tsx";
import type { Search } from "./search.ts";

/** Signs alone are no words, so they look for nothing. */
const isWord = /[\p{L}\p{N}]/u;

export function FindWords({ search, onChoose }: { search: Search; onChoose: (search: Search) => void }) {
  const { t } = useTranslation("partners");
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get("find")).trim();
    const { find: _before, ...others } = search;
    onChoose(isWord.test(words) ? { ...others, find: words } : others);
  }
  return (
    <form className="find-words" onSubmit={onSubmit}>
      <TextInput
        // Another address may look for something else.
        key={search.find}
        name="find"
        type="search"
        className="field"
        label={t("words")}
        defaultValue={search.find}
        maxLength={100}
      />
      <Button type="submit" variant="default" size="sm">
        {t("search")}
      </Button>
    </form>
  );
}
