/** A server that answers. Stopping is the caller's, at its end. */
export type Server = {
  url: string;
  version: string;
  /** Starts it again at its address if it has died or panicked: true when it did so. A server that others look after has none. */
  revive?(): Promise<boolean>;
  stop(): Promise<void>;
};

export type StartOptions = {
  signal: AbortSignal;
  /** False for the data of a test run, which nobody looks for again. */
  keep: boolean;
};

/** One way to come by a server. */
export type Rung = {
  /** The word with which it is forced, and under which its data lies. */
  name: string;
  title: string;
  /** How long starting may take, in ms: downloads are slower than programs that are there. */
  patience: number;
  /** The reason why it cannot serve on this machine; undefined when it can. Quick, and changes nothing. */
  possible(): Promise<string | undefined>;
  /** Keeps its data in `dir`. Throws when it does not answer; leaves nothing running then. */
  start(dir: string, options: StartOptions): Promise<Server>;
};

export type Ladder = {
  kind: string;
  /** The environment variable that names a rung, and the one that gives a server's address. */
  forcedBy: string;
  givenBy: string;
  rungs: Rung[];
  /** What to install when nothing serves. */
  help: string;
};
