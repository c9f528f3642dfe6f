import type { Line } from "./lines.ts";
import { access } from "./measures/access.ts";
import { board } from "./measures/board.ts";
import { commitToEffect, effectsLater } from "./measures/effects.ts";
import { growth } from "./measures/growth.ts";
import { memory } from "./measures/memory.ts";
import { pageWeight } from "./measures/page-weight.ts";
import { partners } from "./measures/partners.ts";
import { publicReads } from "./measures/public-reads.ts";
import { rebuilding } from "./measures/rebuild.ts";
import { signIns } from "./measures/sign-ins.ts";
import { crowd, signUps } from "./measures/sign-ups.ts";
import type { Stage } from "./stage/stage.ts";

/** In the order in which they run: memory, and the effects once more, are looked at when all the load has been, and the profiler comes after them. */
export const measures: Record<string, (stage: Stage) => Promise<Line[]>> = {
  "public-reads": publicReads,
  partners,
  effects: commitToEffect,
  "sign-ups": signUps,
  crowd,
  growth,
  board,
  "sign-ins": signIns,
  "effects-later": effectsLater,
  memory,
  rebuild: rebuilding,
  access,
  "page-weight": pageWeight,
};
