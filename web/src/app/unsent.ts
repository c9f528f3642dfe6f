import { hasUnsentWords } from "./typed.ts";

type Where = "here" | "elsewhere";

/** How much is open in parts of this page that count it themselves. */
const counts = new Set<() => number>();

export function noteOpen(count: () => number): () => void {
  counts.add(count);
  return () => void counts.delete(count);
}

const isUnsentHere = () => hasUnsentWords() || [...counts].some((count) => count() > 0);

const answerMs = 200;
const otherTabs = new BroadcastChannel("causeway-unsent");
let hear = () => {};
otherTabs.onmessage = ({ data }: MessageEvent<"who has" | "I have">) => {
  if (data === "I have") hear();
  else if (isUnsentHere()) otherTabs.postMessage("I have");
};

const isUnsentElsewhere = () =>
  new Promise<boolean>((done) => {
    hear = () => done(true);
    setTimeout(() => done(false), answerMs);
    otherTabs.postMessage("who has");
  });

let isAsking = false;

/** Before a step that takes what is typed from every tab of this browser: false where its reader would rather stay. */
export async function letGo(question: (where: Where) => string): Promise<boolean> {
  if (isAsking) return false;
  isAsking = true;
  const where = isUnsentHere() ? "here" : (await isUnsentElsewhere()) && "elsewhere";
  isAsking = false;
  return !where || window.confirm(question(where));
}
