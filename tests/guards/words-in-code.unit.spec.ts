import { isSpec, sourcesOf } from "./sources.ts";
import { sentencesInServices, wordsInPages } from "./words-in-code.ts";

const pages = sourcesOf("web/src/**/*.tsx").filter(({ path }) => !isSpec(path));
const services = sourcesOf("services/**/*.ts").filter(({ path }) => !isSpec(path));

describe("no words in pages", () => {
  it("holds", () => {
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.flatMap(wordsInPages)).toEqual([]);
  });

  it.each([
    ["<p>Welcome</p>"],
    ["<p>{name} is here</p>"],
    ['<p>{"Welcome to the portal"}</p>'],
    ['<p>{open ? "Open" : t("closed")}</p>'],
    ['<p>{count && "Seats"}</p>'],
    ["<p>{`Place $" + "{place} on the list`}</p>"],
    ['<img alt="A port" />'],
    ['<button aria-label="Close" />'],
    ['<Field label={"Name"} />'],
    ["<Field title={`Mission of $" + "{name}`} />"],
    ["<Part title={<b>Seats</b>} />"],
  ])("is broken by %s", (markup) => {
    expect(wordsInPages({ path: "a.tsx", text: `export const A = () => ${markup};` })).not.toEqual([]);
  });

  it.each([
    ['<p className="lead">{t("home.lead")}</p>'],
    ["<p>· – {count} / 5</p>"],
    ['<a href="/nl/missions" rel="noreferrer">{name}</a>'],
    ['<p data-state={open ? "open" : "closed"}>{state === "open" ? a : b}</p>'],
    ['<Field label={t("form.name")} type="text" autoComplete="organization" />'],
    ['<Tag kind="entryStates">{say("missions:states.open")}</Tag>'],
  ])("is kept by %s", (markup) => {
    expect(wordsInPages({ path: "a.tsx", text: `export const A = () => ${markup};` })).toEqual([]);
  });
});

describe("no sentences in services", () => {
  it("holds", () => {
    expect(services.flatMap(sentencesInServices)).toEqual([]);
  });

  it.each([
    ['export const a = () => ({ note: "Your seat is confirmed." });'],
    ["export const a = (n: number) => `You have $" + "{n} seats left on this list`;"],
    ['export const a = () => refuse("Not so many seats");'],
    ['export const p = { "who may see": () => ({ text: "only for our members" }) };'],
  ])("is broken by %s", (text) => {
    expect(sentencesInServices({ path: "a.ts", text })).not.toEqual([]);
  });

  it.each([
    ['throw new Error("This service has no such view.");'],
    ['const e = new ConfigError("The settings are not complete.");'],
    ['this.logger.info("The portal listens on 3000");'],
    ['export const a = query({ may: "read own or any registration" });'],
    ['export const policies = { "sign up own company": () => "yes" };'],
    ['refuse("missions.already-signed-up", { state });'],
    ["const policy = \"default-src 'none'; img-src data:\";"],
  ])("is kept by %s", (text) => {
    expect(sentencesInServices({ path: "a.ts", text })).toEqual([]);
  });
});
