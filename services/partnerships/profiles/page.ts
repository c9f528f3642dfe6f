import type { Static, TObject } from "typebox";
import type { page } from "./contract.ts";

type Page = Static<TObject<typeof page>>;

/** Of what is kept of a partner: what everyone may read. */
export const pageOf = ({ name, country, region, ecosystems, summary, language }: Page): Page => ({
  ...{ name, country, ...(region && { region }) },
  ...{ ecosystems, summary, language },
});
