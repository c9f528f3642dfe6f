import type { Out } from "../app/api.ts";

export type Registration = Out<"GET /registrations/:id">;
export type Preview = Out<"GET /registrations/:id/merger/:other">;
export type Pages = NonNullable<Preview["pages"]>;
export type PagePart = (typeof pageParts)[number];

export const pageParts = ["name", "place", "ecosystems", "summary"] as const;
