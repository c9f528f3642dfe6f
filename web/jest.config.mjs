import base from "../jest.config.mjs";

/** Rules of the web app that need no page: as all unit specs, with Node stripping the types. */
export default {
  ...base,
  rootDir: "..",
  roots: ["<rootDir>/web/src"],
  testMatch: ["**/*.unit.spec.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
};
