import mongoose, { type Model, type mongo } from "mongoose";
import type { TObject, TSchema } from "typebox";
import type { Mongo } from "./connect.ts";

type Definition = Record<string, mongoose.SchemaDefinitionProperty>;

/** A mongoose model of one collection, made once a connection. Unknown fields throw, in filters as in documents. */
export function storedModel<D>(
  mongo: Mongo,
  collection: string,
  fields: Definition,
  indexes: mongo.IndexSpecification[] = [],
) {
  const known = knownModel<D>(mongo, collection);
  if (known) return known;
  const options = {
    strict: "throw",
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
    collection,
    id: false,
    minimize: false,
  } as const;
  const schema = new mongoose.Schema({ _id: String, ...fields }, options);
  for (const index of indexes) schema.index(index as mongoose.IndexDefinition);
  return mongo.model(collection, schema) as unknown as Model<D>;
}

/** The same for the rows of a view. Asked for at every read, and to say its fields anew costs more than all else of it. */
export const modelOf = <Row>(mongo: Mongo, collection: string, row: TObject) =>
  knownModel<Row & { _id: string }>(mongo, collection) ??
  storedModel<Row & { _id: string }>(mongo, collection, fieldsOf(row));

const knownModel = <D>(mongo: Mongo, collection: string) =>
  mongo.models[collection] as unknown as Model<D> | undefined;

function fieldsOf(object: TObject): Record<string, any> {
  return Object.fromEntries(
    Object.entries(object.properties).map(([name, schema]) => [name, fieldOf(schema as any)]),
  );
}

function fieldOf(schema: TSchema & { type?: string; format?: string; items?: any; properties?: any }): any {
  switch (schema.type) {
    case "string":
      return { type: String };
    case "integer":
    case "number":
      return { type: Number };
    case "boolean":
      return { type: Boolean };
    case "array":
      return { type: [fieldOf(schema.items)], default: undefined };
    case "object":
      return schema.properties
        ? {
            type: new mongoose.Schema(fieldsOf(schema as unknown as TObject), {
              _id: false,
              strict: "throw",
            }),
          }
        : { type: mongoose.Schema.Types.Mixed };
    default:
      return { type: mongoose.Schema.Types.Mixed };
  }
}
