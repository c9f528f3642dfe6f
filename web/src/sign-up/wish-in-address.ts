import { useSearch } from "@tanstack/react-router";

/** What was chosen in the first step stands in the address of the second, so that a reload keeps it. */
export type WishInAddress = { seats?: number; least?: number; held?: boolean };

/** Whatever else somebody may have written there is nothing. */
export function useWishInAddress(): WishInAddress {
  const { seats, least, held } = useSearch({ from: "/$lang/missions/$id_/sign-up/{-$step}" });
  const [asked, takes] = [whole(seats), whole(least)];
  return { ...(asked && { seats: asked }), ...(takes && { least: takes }), held: held === true };
}

const whole = (value: unknown) => (Number.isInteger(value) && Number(value) > 0 ? Number(value) : undefined);
