/** The document ids in an event's data, found by its schema. */
export function documentIdsIn(schema: any, data: any): string[] {
  if (data === undefined || data === null) return [];
  if (schema["x-document"]) return [data];
  if (schema.type === "array") return data.flatMap((item: unknown) => documentIdsIn(schema.items, item));
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, field]) => documentIdsIn(field, data[name]));
  }
  return [];
}
