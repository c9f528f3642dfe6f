import { useTranslation } from "react-i18next";
import { countryName } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";
import { NativeSelect } from "./fields.ts";

type Props = {
  label: string;
  none: string;
  value: string;
  onChange: (code: string) => unknown;
  description?: string;
  error?: string;
  id?: string;
};

/** All countries, by their names in the reader's language. */
export function CountrySelect({ none, value, onChange, ...rest }: Props) {
  const { i18n } = useTranslation();
  const countries = useAsk("GET /countries", {});
  const named = (countries.data?.codes ?? (value ? [value] : [])).map((code) => ({
    value: code,
    label: countryName(code, i18n.language),
  }));
  named.sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return (
    <NativeSelect
      className="field"
      value={value}
      data={[{ value: "", label: none }, ...named]}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}
