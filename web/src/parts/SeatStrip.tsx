import { useTranslation } from "react-i18next";
import "./seat-strip.css";

type Props = { capacity: number; taken: number; held: number; waiting: number; large?: boolean };

const oneForOneUpTo = 40;

/** The seats of a mission, a mark each, over forty a mark for five; of who waits a mark each. The figures beside it say the same. */
export function SeatStrip({ capacity, taken, held, waiting, large }: Props) {
  const { t } = useTranslation("missions");
  const each = capacity > oneForOneUpTo ? 5 : 1;
  const seats = Math.ceil(capacity / each);
  const full = Math.min(seats, taken >= capacity ? seats : Math.floor(taken / each));
  const kept = Math.min(seats - full, Math.ceil(held / each));
  const queue = Math.min(waiting, 20);
  return (
    <div className={large ? "seats seats-large" : "seats"}>
      <span className="seat-marks" aria-hidden="true">
        {marks(seats).map((n) => (
          <i key={n} className={n < full ? "seat taken" : n < full + kept ? "seat held" : "seat"} />
        ))}
        {marks(queue).map((n) => (
          <i key={`w${n}`} className="seat waits" />
        ))}
      </span>
      <span className="seat-figures">
        {t("strip.taken", { taken, capacity })}
        {held > 0 && <> · {t("strip.held", { count: held })}</>}
        {waiting > 0 && <b> · {t("strip.waiting", { count: waiting })}</b>}
        {each > 1 && large && <span className="quiet"> · {t("strip.by-five")}</span>}
      </span>
    </div>
  );
}

const marks = (count: number) => Array.from({ length: count }, (_one, n) => n);
