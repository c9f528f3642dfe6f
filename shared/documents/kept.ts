import type { Model } from "mongoose";
import type { Mongo } from "../mongo/connect.ts";
import { below } from "../mongo/filters.ts";
import { documentsOf } from "./collection.ts";
import { draftsOf, keepDraft, sweepDrafts } from "./drafts.ts";
import { partsOfSubject, type Subject } from "./subject.ts";
import { type EndingTerm, endOf } from "./terms.ts";

/** A collection of the service's own. What has an `endsAt` is gone after it. */
export type ModelIn = (mongo: Mongo) => Model<any>;

/** What a service keeps beside log and rows. */
export type Own = {
  /**
   * By the kind of whom it is about, whose id stands in the field called so, or is its own where the schema says `idOf` that
   * kind; by `subject` what has that field; `nobody` for what is about none. So that nothing is forgotten, there is no default.
   */
  models?: { nobody?: ModelIn[]; subject?: ModelIn[]; [kind: string]: ModelIn[] | undefined };
  /** What names somebody in its field `names`, beside whom it is about: it goes with them too, but is not theirs to read. */
  naming?: ModelIn[];
  /** The kind of record that begins as a draft. */
  drafts?: string;
};

const pendingMs = 24 * 60 * 60_000;

export type Kept = {
  createIndexes(): Promise<void>;
  /** Deletes all that is about it, or names it. */
  erase(subject: Subject): Promise<void>;
  /** From here on what is kept about it for such a term has an end. */
  end(subject: Subject, terms: EndingTerm[], at: Date): Promise<void>;
  /** Something has come of a draft: it, and what lasts as long as it does, has no end for now. */
  keep(record: string): Promise<void>;
  /** What there is about it, without what opens something or only tells the portal who someone is. */
  about(subject: Subject): Promise<{ in: string; content: Record<string, unknown> }[]>;
  /** Deletes what has ended. Documents and drafts only where no event is on its way that keeps them: `whole`. */
  sweep(now: Date, whole: boolean): Promise<{ documents: number; ended: number }>;
};

export function keptOf(mongo: Mongo, service: string, own: Own): Kept {
  const documents = documentsOf(mongo, service);
  const models = Object.entries(own.models ?? {}).flatMap(([of, all = []]) =>
    all.map((modelIn) => foundBy(of, modelIn(mongo))),
  );
  const all: Of[] = [foundBy("subject", documents), ...models];
  if (own.drafts) all.push({ of: own.drafts, by: "_id", model: draftsOf(mongo, service) });
  const withTerm = models.filter(({ model }) => model.schema.path("term"));

  return {
    async createIndexes() {
      for (const { model } of all) await model.createIndexes();
    },
    async erase(subject) {
      for (const { model, filter } of about(all, subject)) await model.deleteMany(filter);
      for (const modelIn of own.naming ?? []) await modelIn(mongo).deleteMany({ names: subject });
    },
    async end(subject, terms, at) {
      for (const { model, filter } of about(all, subject).filter(({ model }) => model.schema.path("term")))
        for (const term of terms)
          await model.updateMany({ ...filter, term }, { $set: { endsAt: endOf(term, at) } });
    },
    async keep(record) {
      await keepDraft(mongo, service, record);
      for (const { model, filter } of about(withTerm, `${own.drafts}/${record}`))
        await model.updateMany(filter, { $unset: { endsAt: true } });
    },
    async about(subject) {
      const found = about(all, subject).map(async ({ model, filter }) => {
        const rows = await model.find(filter).lean();
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
      const drafts = own.drafts ? await sweepDrafts(mongo, service, now) : [];
      ended += drafts.length;
      // What was to last as long as a draft goes with it: the link of one that was never handed in.
      for (const { _id, term } of drafts)
        for (const { model, filter } of about(withTerm, `${own.drafts}/${_id}`))
          ended += (await model.deleteMany({ ...filter, term })).deletedCount;
      return { documents: unnamed.deletedCount + over, ended };
    },
  };
}

type Of = { of: string; by?: string; model: Model<any> };

function foundBy(of: string, model: Model<any>): Of {
  if (of === "nobody") return { of, model };
  if (model.schema.path(of)) return { of, by: of, model };
  if (model.schema.path("_id").options.idOf === of) return { of, by: "_id", model };
  throw new Error(`${model.collection.name} has no field ${of}.`);
}

/** In which of them, and by what, it is found. */
function about(all: Of[], subject: Subject): { model: Model<any>; filter: Record<string, string> }[] {
  const { kind, id } = partsOfSubject(subject);
  return all.flatMap(({ of, by, model }) => {
    if (!by || (of !== "subject" && of !== kind)) return [];
    return [{ model, filter: { [by]: of === "subject" ? subject : id } }];
  });
}

const nameOf = (model: Model<any>, { kind }: { kind?: string }) =>
  [model.collection.name, kind].filter(Boolean).join(": ");

/** A field that says `secret` in its definition is nobody's to see, not even of whom it is about. */
function contentOf(model: Model<any>, row: Record<string, unknown>): Record<string, unknown> {
  const { _id, kind, pending, ...content } = row;
  const isSecret = (name: string) => model.schema.path(name)?.options.secret === true;
  return Object.fromEntries(Object.entries(content).filter(([name]) => !isSecret(name)));
}
