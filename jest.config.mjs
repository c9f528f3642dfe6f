// Native ESM: Node itself strips the types, so what is tested is what runs.
export default {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": "<rootDir>/tests/kit/strip-types.mjs" },
  testPathIgnorePatterns: ["/node_modules/", "/.cache/", "/web/"],
  modulePathIgnorePatterns: ["<rootDir>/.cache/", "<rootDir>/.data/"],
  injectGlobals: true,
  // Real servers start in hooks; on a busy machine the default of 5 s says nothing about the code.
  testTimeout: 30_000,
};
