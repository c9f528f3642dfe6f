// Runs in a thread of its own (guessing.ts): says of each text it is sent how many guesses it takes, as zxcvbn's score from 0 to 4.
import { parentPort } from "node:worker_threads";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as en from "@zxcvbn-ts/language-en";

/** Ways to read figures and signs as letters. Of its hundred the first twenty find the same words, in a third of the time. */
const readings = 20;

const dictionary = { ...common.dictionary, ...en.dictionary };
const guesses = new ZxcvbnFactory({
  dictionary,
  graphs: common.adjacencyGraphs,
  l33tMaxSubstitutions: readings,
});

parentPort?.on("message", (text: string) => parentPort?.postMessage(guesses.check(text).score));
