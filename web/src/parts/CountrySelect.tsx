import { useTranslation } from "react-i18next";
import { countryName } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";
import { NativeSelect } from "./fields.tsx";

type Props = {
  label: string;
  none: string;
  value: string;
  onChange: (code: string) => unknown;
  description?: string;
  error?: string;
  id?: string;
  /** The countries to choose from. */
  codes: string[] | undefined;
};

/** Countries by their names in the reader's language; what is chosen can be read, whether it is still offered or not. */
export function CountrySelect({ none, value, onChange, codes = [], ...rest }: Props) {
  const { i18n } = useTranslation();
  const named = [...new Set(value ? [...codes, value] : codes)].map((code) => ({
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

/** All countries of today. */
export function AnyCountrySelect(props: Omit<Props, "codes">) {
  const countries = useAsk("GET /countries", {});
  return <CountrySelect codes={countries.data?.codes} {...props} />;
}
