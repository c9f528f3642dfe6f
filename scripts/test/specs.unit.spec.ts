import { expect, test } from "@jest/globals";
import { root } from "../paths.ts";
import { findSpecs, unknownWords } from "./specs.ts";

test("a word that no spec's path holds is named, since a run of nothing would say nothing", () => {
  expect(unknownWords(root, ["seats", "nosuchspec", "test/specs"])).toEqual(["nosuchspec"]);
});

test("specs are found by any of the words", () => {
  expect(findSpecs(root, ["test/specs", "nosuchspec"])).toEqual({
    unit: ["scripts/test/specs.unit.spec.ts"],
    int: [],
    e2e: [],
  });
});
