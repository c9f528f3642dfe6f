import { existsSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** With less than this free, no database works. */
const leastMb = 4;

/** What the reader can do about a failure of this machine, told by the failure's words; nothing about any other. */
export function remedy(words) {
  if (/ENOSPC/.test(words)) return fullDiskHere() ?? "The disk is full: make 2 GB free, then try again.";
  if (/WT_PANIC/.test(words)) return fullDiskHere() ?? "The storage of MongoDB has failed: start again.";
  // Of a file system that is read-only, Node says that what it was to make a folder in is not there.
  if (/(?<!(listen|kill|spawn) )(EACCES|EPERM|EROFS)|ENOENT.*, mkdir/.test(words)) {
    return `This user may not write into ${root}: change its owner or copy the project.`;
  }
  // Mongoose's own error: of a server that has not answered once.
  if (/^MongooseServerSelection/.test(words)) {
    return "MongoDB does not answer: see that it runs, and that MONGODB_URI or its file has its address.";
  }
  if (/^Mongo(Network|ServerSelection|PoolCleared|TopologyClosed|NotConnected)/.test(words)) {
    return "MongoDB has stopped answering: start again. What it acknowledged is there.";
  }
  return undefined;
}

/** Said of any failure: on a full disk most are of it, whatever they say. */
export const fullDiskHere = () => fullDisk(join(root, ".data")) ?? fullDisk(root);

/** Says so when the disk of this folder has no room for a database. */
export function fullDisk(dir) {
  if (!existsSync(dir)) return undefined;
  const { bavail, bsize } = statfsSync(dir);
  const free = (bavail * bsize) / 1e6;
  if (free >= leastMb) return undefined;
  return `The disk of ${dir} is full (${free.toFixed(1)} MB free): make room there, then try again.`;
}
