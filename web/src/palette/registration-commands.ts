import type { Out, RouteName } from "../app/api.ts";
import { may } from "../app/may.ts";

type Registration = Pick<Out<"GET /registrations/:id">, "state" | "abilities">;

/** `button`: which does it where the registration is open; one way in, by mouse, letter key or palette. */
export type Command = { name: string; route: RouteName; button: string };

const commands = [
  { name: "accept", route: "POST /registrations/:id/acceptance", button: "take-accept" },
  { name: "ask-changes", route: "POST /registrations/:id/questions", button: "open-ask-changes" },
  { name: "waive", route: "POST /registrations/:id/waiver", button: "open-waive" },
  { name: "reject", route: "POST /registrations/:id/rejection", button: "open-reject" },
  { name: "undo-decision", route: "DELETE /registrations/:id/decision", button: "undo-decision" },
  { name: "put-off", route: "POST /registrations/:id/put-off", button: "open-put-off" },
  { name: "hand-on", route: "POST /registrations/:id/owner", button: "open-hand-on" },
] as const satisfies Command[];

export type Why =
  | { key: "only-officers" | "nothing-to-undo" }
  | { refusal: string; params: { state?: Registration["state"] } };

export type Offer = (typeof commands)[number] & { why?: Why };

/** All that an officer can do with a registration, and why not where that is not possible now. */
export const offersOn = (registration: Registration, takes: (route: RouteName) => boolean): Offer[] =>
  commands.map((command) => {
    const why = takes(command.route) ? whyNot(registration, command.name) : { key: "only-officers" as const };
    return { ...command, ...(why && { why }) };
  });

function whyNot(registration: Registration, name: (typeof commands)[number]["name"]): Why | undefined {
  const { state } = registration;
  const notNow = { refusal: "partnerships.illegal-step", params: { state } };
  if (name === "put-off") return state === "submitted" ? undefined : notNow;
  if (name === "hand-on")
    return ["submitted", "changes-asked", "accepted"].includes(state) ? undefined : notNow;
  if (may(registration, name)) return undefined;
  if (name === "undo-decision") return { key: "nothing-to-undo" };
  // What its criteria keep from, in the one state in which they are looked at.
  if (state !== "submitted") return notNow;
  if (name === "accept") return { refusal: "partnerships.criteria-not-met", params: {} };
  return name === "waive" ? { refusal: "partnerships.nothing-to-waive", params: {} } : notNow;
}
