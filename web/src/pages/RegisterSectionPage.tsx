import { useParams, useSearch } from "@tanstack/react-router";
import { NotFound } from "../parts/NotFound.tsx";
import { OneSection } from "../registration/OneSection.tsx";
import { isSection } from "../registration/sections.ts";

export function RegisterSectionPage() {
  const { section } = useParams({ from: "/$lang/register/form/$section" });
  const { to } = useSearch({ from: "/$lang/register/form/$section" });
  if (!isSection(section)) return <NotFound />;
  return <OneSection key={section} section={section} toCheck={to === "check"} />;
}
