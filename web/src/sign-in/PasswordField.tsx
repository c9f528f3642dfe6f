import { TextInput } from "../parts/fields.tsx";

type Props = {
  label: string;
  value: string;
  error: string | false;
  isNew?: boolean;
  description?: string;
  onChange(value: string): void;
};

/** A manager of passwords knows by `autoComplete` what to fill in, or to offer a new one. */
export function PasswordField({ isNew = false, onChange, ...own }: Props) {
  return (
    <TextInput
      className="field"
      type="password"
      autoComplete={isNew ? "new-password" : "current-password"}
      maxLength={200}
      {...own}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
