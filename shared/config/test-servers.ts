/** The servers that the test runner has provided, and the browser if there is one. */
export function testServers(): {
  mongoUri: string;
  natsUrl: string | undefined;
  chromium: string | undefined;
  all: boolean;
} {
  const { MONGODB_URI, NATS_URL, CHROMIUM_PATH, CAUSEWAY_TEST_ALL } = process.env;
  if (!MONGODB_URI) {
    throw new Error(
      "No MongoDB for tests. Run them with `npm test -- <part of a file name>`, which provides one.",
    );
  }
  return {
    mongoUri: MONGODB_URI,
    natsUrl: NATS_URL || undefined,
    chromium: CHROMIUM_PATH || undefined,
    all: CAUSEWAY_TEST_ALL === "1",
  };
}

/** How much to test: everything, or what is quick; and the seed of one simulated run to look at again. */
export function testRun(): { all: boolean; seed: number | undefined } {
  const { CAUSEWAY_TEST_ALL, CAUSEWAY_SEED } = process.env;
  return { all: CAUSEWAY_TEST_ALL === "1", seed: CAUSEWAY_SEED ? Number(CAUSEWAY_SEED) : undefined };
}
