import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";

type Membership = Out<"GET /people/:id">["memberships"][number];

/** For whom somebody may act, and as what. */
export function Memberships({ of }: { of: Membership[] }) {
  const { t } = useTranslation(["web", "identity"]);
  return (
    <>
      {of.map(({ organisation, organisationName, roles }) => (
        <p key={organisation} className="quiet small">
          {[organisationName, ...roles.map((role) => t(`identity:roles.${role}`))].join(" · ")}
        </p>
      ))}
    </>
  );
}
