export * from "./coming.ts";
export * from "./going.ts";
export * from "./own-handlers.ts";
