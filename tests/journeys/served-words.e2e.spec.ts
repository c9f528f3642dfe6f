import { buildWeb } from "../../scripts/build-web.ts";
import { register } from "./web-registration.ts";
import { type Stage, setStage } from "./web-stage.ts";
import { textsOf } from "./web-texts.ts";

let stage: Stage;
let partner: string;

beforeAll(async () => {
  await buildWeb();
  stage = await setStage();
  ({ id: partner } = await register(stage.product, { name: 'Ports <b>& "Docks"</b>' }, "published"));
}, 180_000);
afterAll(() => stage?.stop());

async function served(path: string) {
  const answer = await fetch(stage.url + path);
  const html = await answer.text();
  const body = /<div id="root">(.*?)<\/div>/s.exec(html)?.[1] ?? "";
  return { status: answer.status, html, body, title: /<title>(.*?)<\/title>/.exec(html)?.[1] };
}

describe("what a public page says before any script runs", () => {
  it.each(["nl", "en", "fr", "de"] as const)("is said in %s", async (language) => {
    const { about, home, missions, register: starting, web } = textsOf(language);
    const said: [string, string, string][] = [
      ["", home.title, home["partners-why"]],
      ["/missions", missions.missions.title, missions.missions.lead],
      ["/partners", web.partners.title, "A port that stores wind and hydrogen."],
      ["/register", web.register.title, starting.lead],
      ["/help", about.help.title, about.help.parts.seats.text],
      ["/privacy", about.privacy.title, about.privacy.parts.rights.text],
      ["/accessibility", about.accessibility.title, about.accessibility.lead],
    ];
    for (const [path, title, words] of said) {
      const { status, html, body } = await served(`/${language}${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(`<title>${title}`);
      expect(html).toContain('<meta name="description" content="');
      expect(body).toContain(`<h1>${title}</h1>`);
      expect(body).toContain(words);
      expect(body).not.toContain("{{");
    }
  });

  it("is that of one mission, with its days in the reader's language", async () => {
    const { title, body } = await served(`/nl/missions/${stage.mission}`);
    expect(title).toContain("Kobe: wind op zee");
    expect(body).toMatch(/<p>\d+.*20\d\d, Kobe, Busan<\/p>/);
    expect((await served("/fr/missions")).body).toContain(`href="/fr/missions/${stage.mission}"`);
  });

  it("keeps what a cluster wrote as text, in the language in which it wrote it", async () => {
    const { body, html } = await served(`/de/partners/${partner}`);
    expect(body).toContain("<h1>Ports &#60;b&#62;&#38; &#34;Docks&#34;&#60;/b&#62;</h1>");
    expect(body).toContain('<span lang="en" dir="auto">A port that stores wind and hydrogen.</span>');
    expect(html).not.toContain("<b>");
  });

  it("is that of the language that all others fall back to where the address names none", async () => {
    const { html, body, status } = await served("/missions");
    expect(status).toBe(200);
    expect(html).toContain('<html lang="en">');
    expect(body).toContain(textsOf("en").missions.missions.title);
    expect((await served("/")).body).toContain(textsOf("en").home.title);
  });

  it("is 404 where nothing is, and nothing more than the app of pages that are not public", async () => {
    for (const path of ["/nl/missions/no-such-mission", "/en/partners/x", "/nl/missions/Kobe", "/fr/nothing"])
      expect([path, (await served(path)).status]).toEqual([path, 404]);
    for (const path of ["/admin/review", "/sign-in", "/nl/register/status", "/account"]) {
      const { status, body } = await served(path);
      expect([path, status, body]).toEqual([path, 200, ""]);
    }
  });
});
