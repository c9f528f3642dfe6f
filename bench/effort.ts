/** How long and how wide the measures are. */
export type Effort = {
  /** Interleaved rounds, of which the median counts. */
  rounds: number;
  seconds: number;
  members: number;
  /** Missions that are claimed side by side. */
  spread: number;
  connections: number;
  /** Connections of the crowd that must pass without an error. */
  crowd: number;
  /** People who sign in by a password, in turns and so many at once. */
  signers: number;
  signingIn: number;
  /** Requests a second of those who are signed in already, while others sign in. */
  visitsPerSecond: number;
  /** Entries of the mission whose growth is looked at, against a hundredth of it. */
  entries: number;
  /** Pages that follow one mission. */
  followers: number;
  /** Partners with a page, and how often their list is asked for. */
  partners: number;
  partnerReads: number;
  /** After the load, until the process is looked at once more: by then it has taken itself to be at rest. */
  restSeconds: number;
};

export const full: Effort = {
  rounds: 5,
  seconds: 10,
  members: 3_000,
  spread: 100,
  connections: 32,
  crowd: 1_000,
  signers: 24,
  signingIn: 16,
  visitsPerSecond: 100,
  entries: 10_000,
  followers: 200,
  partners: 1_500,
  partnerReads: 200,
  restSeconds: 45,
};

/** Enough to see that every measure measures something; its figures say nothing. */
export const blink: Effort = {
  rounds: 1,
  seconds: 0.3,
  members: 40,
  spread: 5,
  connections: 8,
  crowd: 50,
  signers: 3,
  signingIn: 2,
  visitsPerSecond: 40,
  entries: 200,
  followers: 10,
  partners: 30,
  partnerReads: 3,
  restSeconds: 0,
};
