import { useTranslation } from "react-i18next";
import { TextInput } from "./fields.tsx";
import { idOfWish, type useWish, type WishField } from "./useWish.ts";

type Props = {
  of: ReturnType<typeof useWish>;
  most: number;
  /** Whether what is wrong is said; what is too much is said at once. */
  tried: boolean;
  /** Whether fewer may be taken too. */
  least: boolean;
};

export function WishFields({ of: { typed, write, why }, most, tried, least }: Props) {
  const { t } = useTranslation("missions");
  const asked = Number(typed.seats);
  const field = (name: WishField, saysWhy: boolean) => ({
    id: idOfWish(name),
    className: "field field-short",
    type: "number",
    inputMode: "numeric" as const,
    min: 1,
    value: typed[name],
    error: saysWhy && why[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => write(name, event.currentTarget.value),
  });
  return (
    <>
      <TextInput {...field("seats", tried || asked > most)} label={t("sign-up.how-many")} max={most} />
      {least && asked > 1 && (
        <TextInput
          {...field("least", tried)}
          label={t("entry.wish.least")}
          description={t("entry.wish.least-hint")}
          max={asked}
        />
      )}
    </>
  );
}
