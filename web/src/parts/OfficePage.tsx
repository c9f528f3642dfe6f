import type { UseQueryResult } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import type { Problem } from "../app/api.ts";
import { Page } from "./Page.tsx";
import { Trouble } from "./Trouble.tsx";

type Props = ComponentProps<typeof Page> & { of: Pick<UseQueryResult<unknown, Problem>, "data" | "error"> };

/** A page around what was asked. Whoever may not get that sees why, and nothing that would lead them to try. */
export function OfficePage({ of: { data, error }, title, children, ...around }: Props) {
  const isForbidden = data === undefined && error?.status === 403;
  return (
    <Page title={title} {...(!isForbidden && around)}>
      {isForbidden ? <Trouble problem={error} /> : children}
    </Page>
  );
}
