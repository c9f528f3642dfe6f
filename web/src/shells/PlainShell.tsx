import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Brand } from "./Brand.tsx";
import { LanguageButtons } from "./LanguageButtons.tsx";
import { Shell } from "./Shell.tsx";

/** Around pages that belong to no part of the portal. */
export function PlainShell({ nav, children }: { nav?: ReactNode; children: ReactNode }) {
  return (
    <Shell
      className="shell-plain"
      home={
        <Link to="/">
          <Brand />
        </Link>
      }
      nav={nav}
      languages={<LanguageButtons />}
    >
      {children}
    </Shell>
  );
}
