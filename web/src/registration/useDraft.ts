import { useCallback, useEffect, useRef, useState } from "react";
import { Problem, send } from "../app/api.ts";
import { refresh } from "../app/queries.ts";
import type { Field, Typed } from "./answers.ts";
import {
  begin,
  changedFields,
  choose,
  type Draft,
  isLeft,
  type OwnAnswers,
  rebase,
  refuse,
  restore,
  saved,
  toKeep,
  unsaved,
  type Why,
  write,
} from "./draft.ts";
import { keepTyped, keptTyped } from "./kept-typed.ts";
import { useAlone } from "./useAlone.ts";

export type Saving = "saved" | "typing" | "saving" | "failed";

/** By then a button that was pressed is let go. */
const pressMs = 250;

/** Keeps a draft and saves it: one save at a time, only what changed, and again as long as something is left. `at`: where it is read. */
export function useDraft(own: OwnAnswers, at: "own" | "section" = "own") {
  const [draft, show] = useState(() => restore(begin(own), keptTyped(own.id)));
  const [saving, setSaving] = useState<Saving>("saved");
  const [problem, setProblem] = useState<Problem>();
  /** The field someone is still writing in: what is half written is not yet wrong. */
  const [writing, setWriting] = useState<Field>();
  const latest = useRef(draft);
  const queue = useRef(Promise.resolve());

  const change = useCallback(
    (next: Draft) => {
      latest.current = next;
      keepTyped(own.id, toKeep(next));
      show(next);
    },
    [own.id],
  );
  const open = changedFields(draft).length;
  const alone = useAlone(save, saving === "failed" && (problem?.mayRepeat ?? false), open > 0);

  useEffect(() => {
    if (saving !== "saving" && own.version > latest.current.version) change(rebase(latest.current, own));
  }, [own, saving, change]);

  /** True while something is left that may be sent. */
  async function saveOnce(): Promise<boolean> {
    const part = unsaved(latest.current);
    if (part.unreadable.length) {
      const whys = Object.fromEntries(
        part.unreadable.map((field): [Field, Why] => [
          field,
          ({ say }) => say(`partnerships:errors.${field}`),
        ]),
      );
      change(refuse(latest.current, whys));
    }
    if (!isLeft(latest.current)) return false;
    try {
      const { changes, cleared } = part;
      const seen = latest.current.version;
      const { version, others } = await send("PATCH /registrations/:id/draft", {
        id: own.id,
        version: seen,
        changes,
        cleared,
      });
      // Someone else wrote too: this version is ours only once their answers are.
      const readAll = others.length === 0;
      change(saved(latest.current, part, readAll ? version : seen));
      if (!readAll) await takeTheirs();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await onProblem(error);
    }
    return true;
  }

  async function takeTheirs(): Promise<void> {
    const theirs = await send(`GET /registrations/:id/${at}`, { id: own.id });
    change(rebase(latest.current, theirs));
  }

  async function onProblem(no: Problem): Promise<void> {
    if (no.code === "partnerships.draft-clash") return takeTheirs();
    const whys = whysOf(no);
    if (!Object.keys(whys).length) throw no;
    change(refuse(latest.current, whys));
  }

  function whysOf(no: Problem): Partial<Record<Field, Why>> {
    if (typeof no.params.field === "string")
      return { [no.params.field]: (words: Parameters<Why>[0]) => words.ofProblem(no) };
    const named = no.errors.map((error): [string, Why] => [
      error.pointer.split("/")[2] ?? "",
      (words) => words.ofField(error),
    ]);
    return Object.fromEntries(named.filter(([field]) => field !== ""));
  }

  async function saveAll(): Promise<void> {
    alone.stop();
    setSaving("saving");
    setProblem(undefined);
    try {
      let any = false;
      while (await saveOnce()) any = true;
      if (any) await refresh(`/api/registrations/${own.id}/${at}`);
      alone.done();
      setSaving("saved");
    } catch (error) {
      const no = error instanceof Problem ? error : new Problem({ status: 0, code: "offline" });
      setProblem(no);
      setSaving("failed");
      // The link opens nothing any more, which is said in place of the form.
      if (no.status === 401 || no.status === 404) await refresh(`/api/registrations/${own.id}/own`);
    }
  }

  function save(): Promise<void> {
    queue.current = queue.current.then(saveAll);
    return queue.current;
  }

  return {
    draft,
    saving,
    problem,
    writing,
    save,
    write(field: Field, value: Typed) {
      change(write(latest.current, field, value));
      setWriting(field);
      setSaving("typing");
      alone.afterTyping();
    },
    leave(): Promise<void> {
      setWriting(undefined);
      return save();
    },
    /** A moment later: what a refusal adds to the page must not move the button that is just being pressed. */
    leaveField(field: Field) {
      window.setTimeout(() => {
        setWriting((now) => (now === field ? undefined : now));
        void save();
      }, pressMs);
    },
    choose(field: Field, whose: "theirs" | "mine") {
      change(choose(latest.current, field, whose));
      void save();
    },
    /** What was refused when it was handed in. */
    refused(no: Problem) {
      change(refuse(latest.current, whysOf(no)));
    },
    /** The draft as it is now, where what was shown may be older. */
    now: () => latest.current,
  };
}
