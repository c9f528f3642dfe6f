import type { NativeSelectProps } from "@mantine/core";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import { NativeSelect } from "./fields.tsx";

type Named = { id: string; name: string };
export type NameSelectProps = Omit<NativeSelectProps, "data"> & { ref?: Ref<HTMLSelectElement> };

/** One of them, in the order of the reader's alphabet; or none yet. */
export function NameSelect({ of, ...props }: NameSelectProps & { of: Named[] }) {
  const { t, i18n } = useTranslation();
  const options = of
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.language));
  return (
    <NativeSelect className="field" {...props} data={[{ value: "", label: t("form.choose") }, ...options]} />
  );
}
