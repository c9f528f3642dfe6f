import type { Settings } from "#services/settings-now.ts";
import { html, inLanguage, spoken, text } from "#shared/i18n/i18n.ts";
import type { Letter } from "./outbox.ts";

export type Content = { subject: string; text: string; html: string };

/** In the reader's language where it is offered. `link`, when there is one, stands on a line of its own. */
export function contentOf(
  { template, language, params }: Pick<Letter, "template" | "language" | "params">,
  settings: Settings,
): Content {
  const locale = spoken(language, settings);
  const filled = { ...params, portal: inLanguage(settings.name, locale) };
  const key = (part: string) => `${template}.${part}`;
  const { link } = params;
  const before = text(locale, "mail", key("before"), filled);
  const after = text(locale, "mail", key("after"), filled);
  const signature = { signature: signatureOf(settings, locale) };
  const paragraph = (part: string, words: object = filled) =>
    `<p style="white-space: pre-line">${html(locale, "mail", part, words)}</p>`;
  return {
    subject: oneLine(text(locale, "mail", key("subject"), filled)),
    text: [before, ...(link ? [link] : []), after, signature.signature].join("\n\n"),
    html: [
      `<!doctype html><html lang="${locale}"><body>`,
      paragraph(key("before")),
      ...(link
        ? [
            `<p><a href="${html(locale, "mail", "link", { link })}">${html(locale, "mail", key("do"), filled)}</a></p>`,
          ]
        : []),
      paragraph(key("after")),
      `${paragraph("signature", signature)}</body></html>`,
    ].join("\n"),
  };
}

function signatureOf({ name, postalAddress, telephone, email, website }: Settings, locale: string): string {
  const lines = [inLanguage(name, locale), postalAddress, telephone, email, website];
  return lines.filter(Boolean).join("\n");
}

/** What people wrote may hold line breaks, which in a subject would begin another header. */
const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();
