import "i18next";
import type about from "../../../i18n/en/about.json";
import type access from "../../../i18n/en/access.json";
import type bulk from "../../../i18n/en/bulk.json";
import type delegates from "../../../i18n/en/delegates.json";
import type home from "../../../i18n/en/home.json";
import type identity from "../../../i18n/en/identity.json";
import type kernel from "../../../i18n/en/kernel.json";
import type keys from "../../../i18n/en/keys.json";
import type mail from "../../../i18n/en/mail.json";
import type missions from "../../../i18n/en/missions.json";
import type palette from "../../../i18n/en/palette.json";
import type partners from "../../../i18n/en/partners.json";
import type partnerships from "../../../i18n/en/partnerships.json";
import type queue from "../../../i18n/en/queue.json";
import type register from "../../../i18n/en/register.json";
import type review from "../../../i18n/en/review.json";
import type sectionLinks from "../../../i18n/en/section-links.json";
import type sending from "../../../i18n/en/sending.json";
import type settings from "../../../i18n/en/settings.json";
import type status from "../../../i18n/en/status.json";
import type web from "../../../i18n/en/web.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "web";
    resources: {
      web: typeof web;
      kernel: typeof kernel;
      about: typeof about;
      access: typeof access;
      bulk: typeof bulk;
      delegates: typeof delegates;
      home: typeof home;
      identity: typeof identity;
      mail: typeof mail;
      missions: typeof missions;
      keys: typeof keys;
      palette: typeof palette;
      partners: typeof partners;
      partnerships: typeof partnerships;
      queue: typeof queue;
      register: typeof register;
      review: typeof review;
      "section-links": typeof sectionLinks;
      sending: typeof sending;
      settings: typeof settings;
      status: typeof status;
    };
  }
}
