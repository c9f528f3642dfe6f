import { useState } from "react";
import { useTranslation } from "react-i18next";

export type Wish = { seats: number; least: number };
export type WishField = keyof Wish;
/** `perCompany`: how many the plan lets one company have. */
type Limit = { most: number; perCompany?: number | undefined };

export const idOfWish = (field: WishField) => `wish-${field}`;

const isFrom1To = (most: number, count: number) => Number.isInteger(count) && count >= 1 && count <= most;

/** How many seats somebody asks for, and with how many they come too, as it is typed. */
export function useWish({ most, perCompany }: Limit, { seats = 1, least = seats }: Partial<Wish> = {}) {
  const { t } = useTranslation("missions");
  const [typed, setTyped] = useState({
    seats: String(seats),
    least: least === seats ? "" : String(least),
  });
  const asked = Number(typed.seats);
  const takes = typed.least.trim() ? Number(typed.least) : asked;
  const rightSeats = isFrom1To(most, asked);
  const rightLeast = !rightSeats || asked === 1 || isFrom1To(asked, takes);
  const whyNot =
    perCompany === most && (most === 1 || asked > most)
      ? t("sign-up.at-most-each", { count: most })
      : t("sign-up.whole-number", { most });
  const why = {
    seats: rightSeats ? undefined : whyNot,
    least: rightLeast ? undefined : t("entry.wish.least-number", { most: asked }),
  };
  return {
    typed,
    write: (field: WishField, value: string) => setTyped({ ...typed, [field]: value }),
    why,
    /** None as long as something is wrong. */
    wish: rightSeats && rightLeast ? { seats: asked, least: asked === 1 ? 1 : takes } : undefined,
  };
}
