import enIdentity from "../../i18n/en/identity.json" with { type: "json" };
import enKernel from "../../i18n/en/kernel.json" with { type: "json" };
import enMail from "../../i18n/en/mail.json" with { type: "json" };
import enMissions from "../../i18n/en/missions.json" with { type: "json" };
import enPartnerships from "../../i18n/en/partnerships.json" with { type: "json" };
import enReview from "../../i18n/en/review.json" with { type: "json" };
import enSettings from "../../i18n/en/settings.json" with { type: "json" };
import enStatus from "../../i18n/en/status.json" with { type: "json" };
import enWeb from "../../i18n/en/web.json" with { type: "json" };
import nlIdentity from "../../i18n/nl/identity.json" with { type: "json" };
import nlKernel from "../../i18n/nl/kernel.json" with { type: "json" };
import nlMail from "../../i18n/nl/mail.json" with { type: "json" };
import nlMissions from "../../i18n/nl/missions.json" with { type: "json" };
import nlPartnerships from "../../i18n/nl/partnerships.json" with { type: "json" };
import nlReview from "../../i18n/nl/review.json" with { type: "json" };
import nlSettings from "../../i18n/nl/settings.json" with { type: "json" };
import nlStatus from "../../i18n/nl/status.json" with { type: "json" };
import nlWeb from "../../i18n/nl/web.json" with { type: "json" };
import type { Language } from "./web-browser.ts";

/** What a reader of this language finds on the page. */
export const textsOf = (language: Language) =>
  language === "nl"
    ? {
        web: nlWeb,
        partnerships: nlPartnerships,
        kernel: nlKernel,
        missions: nlMissions,
        identity: nlIdentity,
        review: nlReview,
        settings: nlSettings,
        status: nlStatus,
        mail: nlMail,
      }
    : {
        web: enWeb,
        partnerships: enPartnerships,
        kernel: enKernel,
        missions: enMissions,
        identity: enIdentity,
        review: enReview,
        settings: enSettings,
        status: enStatus,
        mail: enMail,
      };
