import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withTests } from "../tests/guards/features.ts";
import { sourcesOf } from "../tests/guards/sources.ts";
import { root } from "./paths.ts";

/** Writes into docs/features.md which specs test each row. What a row says and how far it is stays as it stands. */
const file = join(root, "docs", "features.md");
const specs = sourcesOf("{services,shared,tests,web,i18n,scripts}/**/*.spec.{ts,tsx}");
writeFileSync(file, withTests(readFileSync(file, "utf8"), specs));
