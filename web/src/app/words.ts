import { useTranslation } from "react-i18next";
import type { FieldProblem, Problem } from "./api.ts";

/** Texts whose key is said by the server: refusals, states, steps, events. */
export function useWords() {
  const { t } = useTranslation(["web", "kernel"]);
  const say = t as unknown as (keys: string | string[], params?: object) => string;
  const ofRefusal = (code: string, params: object, otherwise: string): string => {
    const [service, own] = code.includes(".") ? splitCode(code) : ["kernel", code];
    return say(`${service}:refusals.${own}`, { ...params, defaultValue: otherwise });
  };
  return {
    say,
    ofRefusal,
    // Faults are told by the portal, in the reader's language; an answer that does not come from it tells nothing.
    ofProblem: ({ code, params, message, status }: Problem): string =>
      status === 0 ? say("web:offline") : ofRefusal(code, params, message || say("web:broken.lead")),
    ofField: ({ pointer, code, params }: FieldProblem): string => {
      const field = pointer.split("/").find((part) => part && part !== "changes") ?? "";
      const own = code === "pattern" || code === "format" ? [`partnerships:errors.${field}`] : [];
      return say([...own, `kernel:errors.${code}`, "kernel:errors.other"], params);
    },
    ofStep: (step: string): string => say(`partnerships:steps.${step}`),
  };
}

function splitCode(code: string): [string, string] {
  const dot = code.indexOf(".");
  return [code.slice(0, dot), code.slice(dot + 1)];
}
