import { readFileSync } from "node:fs";
import about from "../../i18n/en/about.json" with { type: "json" };
import access from "../../i18n/en/access.json" with { type: "json" };
import bulk from "../../i18n/en/bulk.json" with { type: "json" };
import delegates from "../../i18n/en/delegates.json" with { type: "json" };
import gateway from "../../i18n/en/gateway.json" with { type: "json" };
import home from "../../i18n/en/home.json" with { type: "json" };
import identity from "../../i18n/en/identity.json" with { type: "json" };
import kernel from "../../i18n/en/kernel.json" with { type: "json" };
import keys from "../../i18n/en/keys.json" with { type: "json" };
import mail from "../../i18n/en/mail.json" with { type: "json" };
import missions from "../../i18n/en/missions.json" with { type: "json" };
import palette from "../../i18n/en/palette.json" with { type: "json" };
import partners from "../../i18n/en/partners.json" with { type: "json" };
import partnerships from "../../i18n/en/partnerships.json" with { type: "json" };
import queue from "../../i18n/en/queue.json" with { type: "json" };
import register from "../../i18n/en/register.json" with { type: "json" };
import review from "../../i18n/en/review.json" with { type: "json" };
import sectionLinks from "../../i18n/en/section-links.json" with { type: "json" };
import sending from "../../i18n/en/sending.json" with { type: "json" };
import settings from "../../i18n/en/settings.json" with { type: "json" };
import status from "../../i18n/en/status.json" with { type: "json" };
import web from "../../i18n/en/web.json" with { type: "json" };
import type { Language } from "./web-browser.ts";

const english = {
  about,
  access,
  bulk,
  delegates,
  gateway,
  home,
  web,
  keys,
  palette,
  partners,
  partnerships,
  register,
  kernel,
  missions,
  identity,
  queue,
  review,
  "section-links": sectionLinks,
  sending,
  settings,
  status,
  mail,
};

/** What a reader of this language finds on the page. All languages have the same keys (i18n/complete.unit.spec.ts). */
export const textsOf = (language: Language): typeof english =>
  Object.fromEntries(
    Object.keys(english).map((namespace) => [namespace, textsIn(language, namespace)]),
  ) as typeof english;

const textsIn = (language: Language, namespace: string): object =>
  JSON.parse(readFileSync(new URL(`../../i18n/${language}/${namespace}.json`, import.meta.url), "utf8"));
