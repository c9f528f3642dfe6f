/** What a delivery status notification (RFC 3464) says became of a letter. */
export type Report = {
  /** It will not arrive; otherwise it is late, and its server goes on trying. */
  final: boolean;
  /** Another letter to this address would not arrive either: a status of class 5 (RFC 3463). */
  permanent: boolean;
  /** Status and the server's own words. */
  said: string;
};

type Fields = Map<string, string>;

/** Of the part `message/delivery-status`: a group of fields about the message, then one for each recipient. */
export function reportIn(text: string): Report | undefined {
  const unfolded = text.replaceAll("\r\n", "\n").replace(/\n[ \t]+/g, " ");
  const recipients = unfolded.split("\n\n").map(fieldsIn).filter(isOfRecipient);
  // A letter has one recipient; whoever passes it on to several reports of each.
  const told = recipients.find((fields) => actionOf(fields) === "failed") ?? recipients[0];
  return (
    told && { final: actionOf(told) === "failed", permanent: statusOf(told)[0] === "5", said: saidIn(told) }
  );
}

function fieldsIn(group: string): Fields {
  const fields = group.split("\n").flatMap((line): [string, string][] => {
    const [, name, value] = /^([!-9;-~]+):(.*)$/.exec(line) ?? [];
    return name ? [[name.toLowerCase(), value!.trim()]] : [];
  });
  return new Map(fields);
}

const actionOf = (fields: Fields): string => fields.get("action")?.toLowerCase() ?? "";
const statusOf = (fields: Fields): string => fields.get("status") ?? "";

/** Of what was delivered, or passed on to where nobody reports, there is nothing to tell. */
const isOfRecipient = (fields: Fields): boolean =>
  ["failed", "delayed"].includes(actionOf(fields)) && /^[245]\.\d{1,3}\.\d{1,3}/.test(statusOf(fields));

function saidIn(fields: Fields): string {
  const words = fields.get("diagnostic-code")?.replace(/^[\w-]+;\s*/, "") ?? "";
  const [status = ""] = statusOf(fields).split(/\s/);
  return words.includes(status) ? words : [status, words].filter(Boolean).join(" ");
}
