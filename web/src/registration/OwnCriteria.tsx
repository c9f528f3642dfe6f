import { Criteria } from "../parts/Criteria.tsx";
import { useRegistration } from "./registration.ts";

/** Judged anew with each answer that is saved, and told. */
export default function OwnCriteria() {
  const { own } = useRegistration();
  return (
    <div aria-live="polite">
      <Criteria criteria={own.criteria} answers={own.answers} />
    </div>
  );
}
