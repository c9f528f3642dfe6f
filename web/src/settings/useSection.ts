import { useEffect, useState } from "react";
import { Problem } from "../app/api.ts";
import { refresh, useStep } from "../app/queries.ts";
import { useWords } from "../app/words.ts";
import {
  type Field,
  fieldOf,
  fieldsIn,
  itemsIn,
  openFields,
  type Settings,
  type Typed,
  toSave,
  valueSet,
} from "./edit.ts";

/** `noteOpen` hears how many settings of which part are typed and not saved. */
export type Given = {
  settings: Settings;
  version: number;
  installed: string[];
  mayChange: boolean;
  noteOpen: (part: string, open: number) => void;
};

export type Section = ReturnType<typeof useSection>;

/** These settings are saved together. What is typed stands until it is saved, whatever others do meanwhile. */
export function useSection(fields: Field[], { settings, version, noteOpen, ...given }: Given) {
  const { say, ofProblem } = useWords();
  const [typed, setTyped] = useState<Typed>({});
  /** The version over which was typed: what others have changed since is a clash. */
  const [seen, setSeen] = useState<number>();
  const [whys, setWhys] = useState<Partial<Record<Field, string>>>({});
  /** Of a list, which of its items are refused. */
  const [badItems, setBadItems] = useState<number[]>([]);
  const [clash, setClash] = useState<Field[]>([]);
  const [saved, setSaved] = useState(false);
  const save = useStep("PATCH /settings");
  const part = fields.join();
  const open = openFields(typed, settings);
  useEffect(() => noteOpen(part, open.length), [noteOpen, part, open.length]);

  function keep(next: Typed) {
    setTyped(next);
    setSaved(false);
    save.reset();
    const count = openFields(next, settings).length;
    if (!count) setSeen(undefined);
    else if (seen === undefined) setSeen(version);
  }

  function done() {
    setTyped({});
    setSeen(undefined);
    setClash([]);
    setWhys({});
    setSaved(true);
  }

  async function submit(event: React.FormEvent) {
    event.preventDefault();
    const { changes, cleared, missing } = toSave(typed, settings);
    setBadItems([]);
    setWhys(Object.fromEntries(missing.map((field) => [field, say(`settings:errors.${field}`)])));
    if (missing.length) return focusAt(missing[0]!);
    if (!open.length) return done();
    try {
      await save.mutateAsync({ version: seen ?? version, changes, cleared });
      await refresh("/api/settings");
      done();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await onProblem(error);
    }
  }

  async function onProblem(no: Problem) {
    if (no.code === "settings.changed-meanwhile") {
      await refresh("/api/settings");
      setClash(no.params.fields as Field[]);
      // Whoever saves once more has seen what others wrote.
      return setSeen(no.params.version as number);
    }
    const badly = [fieldOf(no.code) ?? fieldsIn(no.errors)].flat().filter((field) => fields.includes(field));
    const whyOf = (field: Field) => (no.errors.length ? say(`settings:errors.${field}`) : ofProblem(no));
    setWhys(Object.fromEntries(badly.map((field) => [field, whyOf(field)])));
    const items = badly[0] ? itemsIn(no.errors, badly[0]) : [];
    setBadItems(items);
    if (badly[0]) focusAt(badly[0], items[0]);
  }

  return {
    ...{ ...given, settings, submit, saved, clash, typed, badItems },
    open: open.length,
    saving: save.isPending,
    /** What is said at no field of these. */
    problem: save.error && !clash.length && !Object.keys(whys).length ? save.error : undefined,
    value: (field: Field): unknown => (field in typed ? typed[field] : valueSet(settings, field)),
    write(field: Field, value: unknown) {
      const { [field]: why, ...others } = whys;
      if (why) setBadItems([]);
      setWhys(others);
      keep({ ...typed, [field]: value });
    },
    /** What others wrote stays. */
    takeTheirs(field: Field) {
      const { [field]: _own, ...others } = typed;
      setClash(clash.filter((one) => one !== field));
      keep(others);
    },
    why: (field: Field): string | undefined => whys[field],
  };
}

/** `item`: of a list; the first of it is where its label leads. */
export const idOf = (field: Field, item = 0): string => `setting-${field}${item ? `-${item}` : ""}`;

const focusAt = (field: Field, item?: number) => document.getElementById(idOf(field, item))?.focus();
