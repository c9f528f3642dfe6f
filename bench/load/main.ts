// The load, in a process of its own: what it costs is not the portal's.
import { doJobs } from "../helper.ts";
import { type Claims, claimAt, requestOf } from "./claims.ts";
import { closedLoop } from "./closed.ts";
import { effects } from "./effects.ts";
import { followers } from "./followers.ts";
import { readOf } from "./reads.ts";
import { signIns } from "./sign-ins.ts";
import { visits } from "./visits.ts";

type Shape = { port: number; connections: number; seconds: number };

doJobs({
  claims({ claims, most = Number.POSITIVE_INFINITY, ...shape }: Shape & { claims: Claims; most?: number }) {
    let sent = 0;
    const next = () => {
      const claim = sent < most ? claimAt(claims, claims.from + sent) : undefined;
      if (!claim) return undefined;
      sent++;
      return requestOf(claim);
    };
    return closedLoop({ ...shape, next });
  },
  reads({ path, session, ...shape }: Shape & { path: string; session?: string }) {
    const request = Buffer.from(readOf(path, session));
    return closedLoop({ ...shape, next: () => request });
  },
  effects,
  followers,
  signIns,
  visits,
});
