import { logCollection } from "#shared/log/collection.ts";
import { connect } from "#shared/mongo/connect.ts";
import { founder } from "./desk.ts";
import { lastMission } from "./missions.ts";

/** `part`: a filling broke off. `other`: someone's real data. */
export type Contents = "empty" | "part" | "demo" | "other";

/** What the log of this database holds, told by its first and last command. */
export async function contentsOf(uri: string): Promise<Contents> {
  const mongo = await connect(uri);
  try {
    const log = logCollection(mongo);
    const first = await log.find().sort({ _id: 1 }).limit(1).next();
    if (!first) return "empty";
    const by = first.entries[0]?.outcomes[0]?.by;
    if (founder.kind !== "system" || by?.system !== founder.system) return "other";
    return (await log.findOne({ "entries.stream": `mission/${lastMission}` })) ? "demo" : "part";
  } finally {
    await mongo.close();
  }
}
