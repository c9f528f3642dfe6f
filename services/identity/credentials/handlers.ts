export * from "./password-handlers.ts";
export * from "./second-factor-handlers.ts";
