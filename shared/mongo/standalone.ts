/** What a server says of itself in answer to `hello`. */
type Hello = { setName?: string; msg?: string };

/** A MongoDB that is neither a replica set nor a router of shards has no transactions, which views are written in. */
export const isStandalone = ({ setName, msg }: Hello): boolean => !setName && msg !== "isdbgrid";
