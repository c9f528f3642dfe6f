import type { Model } from "mongoose";
import type { Mongo } from "../mongo/connect.ts";
import { below } from "../mongo/filters.ts";
import { documentsOf } from "./collection.ts";
import { draftsOf, sweepDrafts } from "./drafts.ts";
import { type EndingTerm, endOf } from "./terms.ts";

/** A collection of the service's own. What has an `endsAt` is gone after it. */
export type ModelIn = (mongo: Mongo) => Model<any>;

/** By the field that names whom it is about; `nobody` for what is about none. So that nothing is forgotten, there is no default. */
export type Models = { nobody?: ModelIn[]; [field: string]: ModelIn[] | undefined };

const pendingMs = 24 * 60 * 60_000;

export type Kept = {
  createIndexes(): Promise<void>;
  /** Deletes all that is about this person, or about who holds the link of this registration. */
  erase(subject: string): Promise<void>;
  /** From here on what is kept about it for such a term has an end. */
  end(subject: string, terms: EndingTerm[], at: Date): Promise<void>;
  /** What there is about it, without what opens something or only tells the portal who someone is. */
  about(subject: string): Promise<{ in: string; content: Record<string, unknown> }[]>;
  /** Deletes what has ended. Documents and drafts only where no event is on its way that keeps them: `whole`. */
  sweep(now: Date, whole: boolean): Promise<{ documents: number; ended: number }>;
};

/** All that a service keeps beside log and rows. */
export function keptOf(mongo: Mongo, service: string, own: Models): Kept {
  const documents = documentsOf(mongo, service);
  const models = Object.entries(own).flatMap(([field, all = []]) =>
    all.map((modelIn) => ({ field, model: modelIn(mongo) })),
  );
  const all = [
    { field: "subject", model: documents },
    { field: "_id", model: draftsOf(mongo, service) },
    ...models,
  ];
  const about = all.filter(({ field }) => field !== "nobody") as { field: string; model: Model<any> }[];
  for (const { field, model } of about)
    if (!model.schema.path(field)) throw new Error(`${model.collection.name} has no field ${field}.`);

  return {
    async createIndexes() {
      for (const { model } of all) await model.createIndexes();
    },
    async erase(subject) {
      for (const { field, model } of about) await model.deleteMany({ [field]: subject });
    },
    async end(subject, terms, at) {
      for (const { field, model } of about.filter(({ model }) => model.schema.path("term")))
        for (const term of terms)
          await model.updateMany({ [field]: subject, term }, { $set: { endsAt: endOf(term, at) } });
    },
    async about(subject) {
      const found = about.map(async ({ field, model }) => {
        const rows = await model.find({ [field]: subject }).lean();
        return rows.map((row) => ({ in: nameOf(model, row), content: contentOf(model, row) }));
      });
      return (await Promise.all(found)).flat();
    },
    async sweep(now, whole) {
      let ended = 0;
      const sweepModel = async (model: Model<any>) =>
        (await model.deleteMany({ endsAt: below(now) })).deletedCount;
      for (const { model } of models.filter(({ model }) => model.schema.path("endsAt")))
        ended += await sweepModel(model);
      if (!whole) return { documents: 0, ended };
      const before = new Date(now.getTime() - pendingMs);
      const unnamed = await documents.deleteMany({ pending: true, at: below(before) });
      const over = await sweepModel(documents);
      const drafts = await sweepDrafts(mongo, service, now);
      ended += drafts.length;
      // What was to last as long as a draft goes with it: the link of one that was never handed in.
      for (const { _id, term } of drafts)
        for (const { field, model } of models.filter(({ model }) => model.schema.path("term")))
          ended += (await model.deleteMany({ [field]: _id, term })).deletedCount;
      return { documents: unnamed.deletedCount + over, ended };
    },
  };
}

const nameOf = (model: Model<any>, { kind }: { kind?: string }) =>
  [model.collection.name, kind].filter(Boolean).join(": ");

/** A field that says `secret` in its definition is nobody's to see, not even of whom it is about. */
function contentOf(model: Model<any>, row: Record<string, unknown>): Record<string, unknown> {
  const { _id, kind, pending, ...content } = row;
  const isSecret = (name: string) => model.schema.path(name)?.options.secret === true;
  return Object.fromEntries(Object.entries(content).filter(([name]) => !isSecret(name)));
}
