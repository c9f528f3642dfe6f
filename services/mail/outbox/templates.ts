import { html, localeOf, text } from "#shared/i18n/i18n.ts";
import type { Letter } from "./outbox.ts";

export type Content = { subject: string; text: string; html: string };

/** In the reader's language, or the nearest there is. `link`, when there is one, stands on a line of its own. */
export function contentOf({
  template,
  language,
  params,
}: Pick<Letter, "template" | "language" | "params">): Content {
  const locale = localeOf(language);
  const key = (part: string) => `${template}.${part}`;
  const { link } = params;
  const before = text(locale, "mail", key("before"), params);
  const after = text(locale, "mail", key("after"), params);
  const paragraph = (part: string) =>
    `<p style="white-space: pre-line">${html(locale, "mail", key(part), params)}</p>`;
  return {
    subject: oneLine(text(locale, "mail", key("subject"), params)),
    text: [before, ...(link ? [link] : []), after, text(locale, "mail", "signature")].join("\n\n"),
    html: [
      `<!doctype html><html lang="${locale}"><body>`,
      paragraph("before"),
      ...(link
        ? [
            `<p><a href="${html(locale, "mail", "link", { link })}">${html(locale, "mail", key("do"))}</a></p>`,
          ]
        : []),
      paragraph("after"),
      `<p style="white-space: pre-line">${html(locale, "mail", "signature")}</p></body></html>`,
    ].join("\n"),
  };
}

/** What people wrote may hold line breaks, which in a subject would begin another header. */
const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();
