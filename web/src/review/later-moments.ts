const hour = 9;

/** The next mornings at nine, where the reader is, that come before the term: tomorrow's, next Monday's, that of its last day. */
export function laterMoments(now: Date, dueAt: Date): Date[] {
  const morning = (of: Date, daysLater: number) =>
    new Date(of.getFullYear(), of.getMonth(), of.getDate() + daysLater, hour);
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  const wanted = [morning(now, 1), morning(now, daysToMonday), morning(dueAt, 0)];
  const times = wanted.map((one) => one.getTime()).filter((time) => time > now.getTime());
  return [...new Set(times)]
    .filter((time) => time <= dueAt.getTime())
    .sort((one, other) => one - other)
    .map((time) => new Date(time));
}
