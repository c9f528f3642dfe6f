import type { ReactNode } from "react";
import { useSession } from "../app/session.ts";
import { MainNav } from "./MainNav.tsx";
import { PlainShell } from "./PlainShell.tsx";

/** Around pages about the reader: whoever is signed in finds the way back from them to where they work. */
export function OwnShell({ children }: { children: ReactNode }) {
  const session = useSession();
  return <PlainShell nav={session?.person && <MainNav />}>{children}</PlainShell>;
}
