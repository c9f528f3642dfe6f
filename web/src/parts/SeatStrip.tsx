import { useTranslation } from "react-i18next";
import "./seat-strip.css";

type Props = { capacity: number; taken: number; waiting: number; large?: boolean };

const oneForOneUpTo = 40;

/** The seats of a mission, a mark each; over forty a mark for five. The figures beside it say the same. */
export function SeatStrip({ capacity, taken, waiting, large }: Props) {
  const { t } = useTranslation();
  const each = capacity > oneForOneUpTo ? 5 : 1;
  const seats = Math.ceil(capacity / each);
  const full = Math.min(seats, taken >= capacity ? seats : Math.floor(taken / each));
  const queue = Math.min(Math.ceil(waiting / each), 20);
  return (
    <div className={large ? "seats seats-large" : "seats"}>
      <span className="seat-marks" aria-hidden="true">
        {marks(seats).map((n) => (
          <i key={n} className={n < full ? "seat taken" : "seat"} />
        ))}
        {marks(queue).map((n) => (
          <i key={`w${n}`} className="seat waits" />
        ))}
      </span>
      <span className="seat-figures">
        {t("seats.taken", { taken, capacity })}
        {waiting > 0 && <b> · {t("seats.waiting", { count: waiting })}</b>}
        {each > 1 && large && <span className="quiet"> · {t("seats.by-five")}</span>}
      </span>
    </div>
  );
}

const marks = (count: number) => Array.from({ length: count }, (_one, n) => n);
