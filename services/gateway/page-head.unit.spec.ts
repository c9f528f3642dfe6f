import { headOf } from "./page-head.ts";

const words = { title: 'Wind & "waves"', description: "<b>Both</b>", body: "" };
const installation = { shortName: "Getijkracht", languages: ["nl", "fr"] } as never;

it("names a page and whose portal it is, and what people wrote stays text", () => {
  const head = headOf({ lang: "fr", path: "/missions", words, installation, publicUrl: undefined });
  expect(head.split(/\n\s*/)).toEqual([
    "<title>Wind &#38; &#34;waves&#34; · Getijkracht</title>",
    '<meta name="description" content="&#60;b&#62;Both&#60;/b&#62;">',
  ]);
});

it("names the address of a page in each language that is offered, and the one for whoever has said none", () => {
  const publicUrl = "https://portal.example.org/";
  const addresses = (path: string) =>
    [...headOf({ lang: "fr", path, words, installation, publicUrl }).matchAll(/<link .*>/g)].map(String);
  expect(addresses("/missions")).toEqual([
    '<link rel="canonical" href="https://portal.example.org/fr/missions">',
    '<link rel="alternate" hreflang="nl" href="https://portal.example.org/nl/missions">',
    '<link rel="alternate" hreflang="fr" href="https://portal.example.org/fr/missions">',
    '<link rel="alternate" hreflang="x-default" href="https://portal.example.org/missions">',
  ]);
  expect(addresses("").at(-1)).toContain('href="https://portal.example.org/"');
});
