/** Where a fault test may kill the process. The list is closed, so that a test can go through all of it. */
export const crashPoints = [
  "append: before the commit",
  "append: after the commit",
  "append: before the reply",
  "decide: before the append",
  "decide: after the append",
  "project: before the rows",
  "project: after the rows",
  "project: after the commit",
  "react: before the command",
  "react: after the command",
  "react: after the mark",
  "alarm: before the command",
  "alarm: after the command",
] as const;

export type CrashPoint = (typeof crashPoints)[number];

export type CrashAt = (point: CrashPoint) => void;

/** Does nothing but in a process started for a fault test, which dies there as by `kill -9`. */
export function crasher(chosen: string | undefined): CrashAt {
  if (!chosen) return () => {};
  // "point#3" dies the third time it comes by.
  const [point, count] = chosen.split("#");
  let left = Number(count ?? 1);
  return (here) => {
    if (here !== point) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, "SIGKILL");
  };
}
