import { reportIn } from "./report.ts";

/** As RFC 3464 has it, with lines that end as in mail. */
const status = (...groups: string[][]) => groups.map((lines) => lines.join("\r\n")).join("\r\n\r\n");
const server = ["Reporting-MTA: dns; mx.example.org", "Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0000"];
const recipient = "Final-Recipient: rfc822; gone@zandbank.example";

it("reads that a letter came back for good, and what the server said", () => {
  const failed = [
    recipient,
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 5.1.1 <gone@zandbank.example>:",
    "    no such user here",
  ];
  expect(reportIn(status(server, failed))).toEqual({
    ...{ final: true, permanent: true },
    said: "550 5.1.1 <gone@zandbank.example>: no such user here",
  });
});

it("tells what is late from what has failed, and a server that was away from an address that is wrong", () => {
  const late = [recipient, "Action: delayed", "Status: 4.4.1", "Diagnostic-Code: smtp; connection timed out"];
  expect(reportIn(status(server, late))).toEqual({
    ...{ final: false, permanent: false },
    said: "4.4.1 connection timed out",
  });
  const given = [recipient, "action: FAILED", "status: 4.4.7 (delivery time expired)"];
  expect(reportIn(status(server, given))).toEqual({ final: true, permanent: false, said: "4.4.7" });
});

it("finds the recipient that failed among others", () => {
  const passed = ["Final-Recipient: rfc822; a@b.example", "Action: relayed", "Status: 2.0.0"];
  const late = ["Final-Recipient: rfc822; c@d.example", "Action: delayed", "Status: 4.2.2"];
  const failed = [recipient, "Action: failed", "Status: 5.2.1"];
  expect(reportIn(status(server, passed, late, failed, [""]))).toMatchObject({ final: true, said: "5.2.1" });
  expect(reportIn(status(server, passed))).toBeUndefined();
});

it.each([
  ["nothing", ""],
  ["no recipient", status(server)],
  ["no status", status(server, [recipient, "Action: failed"])],
  ["a status that is none", status(server, [recipient, "Action: failed", "Status: five"])],
  ["an action that is none", status(server, [recipient, "Action: exploded", "Status: 5.0.0"])],
  ["words", "Dear postmaster, your letter came back. Action: failed"],
  ["a great many empty lines", "\r\n".repeat(400_000)],
])("takes %s for no report", (_what, text) => {
  expect(reportIn(text)).toBeUndefined();
});
