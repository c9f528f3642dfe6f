import type { TemplateName } from "./contract.ts";

/**
 * Whether something depends on the letter for its reader: a way in, a decision, a term, a seat. All others only tell what
 * stands on a page too. Why this matters: docs/decisions/mail-that-comes-back.md.
 */
const binding: Record<TemplateName, boolean> = {
  "sign-in": true,
  "new-password": true,
  "credentials-changed": true,
  "account-reopened": true,
  invitation: true,
  "address-code": true,
  "registration-received": true,
  "registration-withdrawn": true,
  "registration-changes-asked": true,
  "registration-accepted": true,
  "registration-rejected": true,
  "registration-published": false,
  "registration-reminded": true,
  "registration-lapsed": true,
  "registration-undone": true,
  "section-sent": true,
  "section-filled-in": false,
  "seat-confirmed": true,
  "seat-from-list": true,
  "seat-waiting": true,
  "seat-changed": true,
  "seat-withdrawn": true,
  "seat-cancelled": true,
  "delegate-named": true,
  "delegate-named-online": true,
  "addresses-marked": false,
};

export const isBinding = (template: TemplateName): boolean => binding[template];
