import { setTimeout as pause } from "node:timers/promises";
import mongoose from "mongoose";

type Admin = mongoose.mongo.Admin;

export const urlOf = (port: number, host = "127.0.0.1") =>
  `mongodb://${host}:${port}/causeway?directConnection=true`;

export async function withAdmin<T>(
  url: string,
  patience: number,
  work: (admin: Admin) => Promise<T>,
): Promise<T> {
  const client = new mongoose.mongo.MongoClient(url, {
    serverSelectionTimeoutMS: patience,
    connectTimeoutMS: patience,
    // One that freezes between two answers must hold up neither a start nor a stop.
    socketTimeoutMS: 10_000,
  });
  try {
    await client.connect();
    return await work(client.db("admin").admin());
  } finally {
    await client.close();
  }
}

/** Gives the version a server names. */
export function ping(url: string, patience = 500): Promise<string> {
  return withAdmin(url, patience, async (admin) => (await admin.command({ buildInfo: 1 })).version);
}

/** As `ping`; throws when the storage has panicked, which SecantusDB survives, and names its version as before. */
export function pingStorage(url: string): Promise<string> {
  return withAdmin(url, 500, async (admin) => {
    // Its Python server says no more than that something went wrong inside: once may be chance.
    if ((await isBroken(admin)) && (await pause(500, true)) && (await isBroken(admin)))
      throw new Error("its storage has panicked");
    return (await admin.command({ buildInfo: 1 })).version;
  });
}

async function isBroken(admin: Admin): Promise<boolean> {
  try {
    await admin.listDatabases({ nameOnly: true });
    return false;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.codeName === "InternalError") return true;
    throw error;
  }
}

/** Makes a mongod a replica set of one, without which it has no transactions. `host` is how it reaches itself. */
export function makeReplicaSet(url: string, host: string, signal: AbortSignal): Promise<void> {
  return withAdmin(url, 5_000, async (admin) => {
    if (await isPrimary(admin)) return;
    const member = { _id: 0, host };
    const known = await configuration(admin);
    if (!known) await admin.command({ replSetInitiate: { _id: "rs0", members: [member] } });
    else if (known.members[0]?.host !== host) {
      // The port differs from last time's, and a mongod that does not find itself in its set serves nobody.
      const moved = { ...known, version: known.version + 1, members: [{ ...known.members[0], ...member }] };
      await admin.command({ replSetReconfig: moved, force: true });
    }
    while (!(await isPrimary(admin))) {
      if (signal.aborted) throw new Error("its replica set of one elected no primary in time");
      await pause(50);
    }
  });
}

async function isPrimary(admin: Admin): Promise<boolean> {
  const { setName, isWritablePrimary } = await admin.command({ hello: 1 });
  return setName !== undefined && isWritablePrimary;
}

type SetConfiguration = { version: number; members: { _id: number; host: string }[] };

async function configuration(admin: Admin): Promise<SetConfiguration | undefined> {
  try {
    return (await admin.command({ replSetGetConfig: 1 })).config;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.codeName === "NotYetInitialized")
      return undefined;
    throw error;
  }
}
