import type { Principal } from "#shared/access/principal.ts";
import type { Input, Output } from "#shared/contract/contract.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import type { TestNode } from "#shared/testing/node.ts";
import { actions } from "./contract.ts";

type Asked = Partial<Input<typeof actions.listAsFile>> & Pick<Input<typeof actions.listAsFile>, "list">;

/** A file of a list, as text and as lines. */
export async function fileOf(node: TestNode, who: Principal, asked: Asked) {
  const reply = await node.as(who, actions.listAsFile, { format: "csv", language: "en", ...asked });
  if (isRefusal(reply)) throw new Error(JSON.stringify(reply));
  const { base64, ...rest } = reply as Output<typeof actions.listAsFile>;
  const bytes = Buffer.from(base64, "base64");
  const csv = bytes.toString();
  return { ...rest, bytes, csv, lines: csv.replace("\uFEFF", "").split("\r\n") };
}
