import { asText, element, empty } from "./elements.ts";
import type { Installation } from "./installation.ts";
import type { PageWords } from "./page-words.ts";

type Page = {
  lang: string;
  /** After the language. */
  path: string;
  words: PageWords;
  installation: Installation | undefined;
  /** Without it nobody knows where this portal stands, and no page names an address. */
  publicUrl: string | undefined;
};

/** Title, description and addresses of a public page: one for each language, and one for whoever has said none. */
export function headOf({ lang, path, words, installation, publicUrl }: Page): string {
  const title = [words.title, installation?.shortName].filter(Boolean).join(" · ");
  return [
    element("title", asText(title)),
    empty("meta", { name: "description", content: words.description }),
    ...(publicUrl
      ? addressesOf(publicUrl.replace(/\/$/, ""), lang, path, installation?.languages ?? [lang])
      : []),
  ].join("\n    ");
}

function addressesOf(origin: string, lang: string, path: string, languages: string[]): string[] {
  return [
    empty("link", { rel: "canonical", href: `${origin}/${lang}${path}` }),
    ...languages.map((one) =>
      empty("link", { rel: "alternate", hreflang: one, href: `${origin}/${one}${path}` }),
    ),
    empty("link", { rel: "alternate", hreflang: "x-default", href: `${origin}${path || "/"}` }),
  ];
}
