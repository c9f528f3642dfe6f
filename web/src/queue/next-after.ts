/** Whatever stood below it, else what stood above: of `ids`, the order in which they stood while it was open. */
export function nextAfter(id: string, ids: string[]): string | undefined {
  const at = ids.indexOf(id);
  return at === -1 ? ids[0] : (ids[at + 1] ?? ids[at - 1]);
}
