import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { file, pageOf } from "../tests/access/answers.ts";
import { accessPage } from "../tests/access/page.ts";
import { root } from "./paths.ts";

/** Writes who may what, as the contracts say it: the page for people, and what the tests expect. Read the difference. */
writeFileSync(join(root, "docs", "access.md"), accessPage());
writeFileSync(file, pageOf());
