import { useParams } from "@tanstack/react-router";
import { People } from "../organisation/People.tsx";

export function AdminOrganisationPeoplePage() {
  const { id } = useParams({ from: "/admin/organisations/$id/people" });
  return <People key={id} organisation={id} />;
}
