import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Problem } from "../app/api.ts";
import { Asked } from "./Asked.tsx";
import { Page } from "./Page.tsx";

type Props<T> = { of: UseQueryResult<T, Problem>; title: string; children: (data: T) => ReactNode };

/** A page made of what was asked. Until that is there, the page has this title. */
export function AskedPage<T>({ of, title, children }: Props<T>) {
  if (of.data !== undefined) return <Asked of={of}>{children}</Asked>;
  return (
    <Page title={title}>
      <Asked of={of}>{children}</Asked>
    </Page>
  );
}
