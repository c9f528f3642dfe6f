import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const cacheDir = join(root, ".cache");
/** What must not be lost: the database of this checkout and its secret. */
export const dataDir = join(root, ".data");
