// Runs in a thread of its own (strength.ts): says of each text it is sent how many guesses it takes, as zxcvbn's score from 0 to 4.
import { parentPort } from "node:worker_threads";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as en from "@zxcvbn-ts/language-en";

export type Asked = { id: number; text: string };
export type Scored = { id: number; score: number };

const dictionary = { ...common.dictionary, ...en.dictionary };
const guesses = new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs });

parentPort?.on("message", ({ id, text }: Asked) => {
  parentPort?.postMessage({ id, score: guesses.check(text).score } satisfies Scored);
});
