import { ask, isRoot, onPath, output } from "./programs.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a browser that starts, or undefined and why there is none. */
export async function findBrowser(): Promise<{ path: string | undefined; told: string }> {
  const given = process.env.CHROMIUM_PATH;
  const there = given ?? names.map(onPath).find((path) => path !== undefined);
  if (there) return tryOut(there);
  if (!isRoot() || !onPath("apt-get"))
    return { path: undefined, told: `none of ${names.join(", ")} is on the PATH` };
  const signal = AbortSignal.timeout(240_000);
  try {
    await output("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { signal });
  } catch (error) {
    return { path: undefined, told: error instanceof Error ? error.message : String(error) };
  }
  return tryOut(onPath("chromium") ?? "chromium");
}

async function tryOut(path: string): Promise<{ path: string | undefined; told: string }> {
  const version = await ask(path, ["--version"]);
  return version
    ? { path, told: `${version}, ${path}` }
    : { path: undefined, told: `${path} does not start` };
}
