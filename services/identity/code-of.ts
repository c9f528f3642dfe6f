/** What went wrong with a call to elsewhere, for the log: its words may hold what was sent, its code does not. */
export function codeOf(error: unknown): string {
  const { name, code, error: said, cause } = error as Record<string, any>;
  const codes = [said, code, cause?.code, cause?.cause?.code, name];
  return codes.find((one) => typeof one === "string" && /^\w{1,60}$/.test(one)) ?? "unknown";
}
