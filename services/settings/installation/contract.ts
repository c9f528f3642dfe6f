import Type from "typebox";
import { command, event, query } from "#shared/contract/contract.ts";
import { invalid, stale } from "#shared/contract/refusals.ts";
import { CodeOf, closed, DocumentId, LanguageTag, list, Version } from "#shared/contract/schemas.ts";
import { Changes, ClearableName, FieldName, Settings } from "./fields.ts";

const {
  name,
  shortName,
  logo,
  logoText,
  email,
  telephone,
  postalAddress,
  website,
  languages,
  defaultLanguage,
} = Settings.properties;

export const actions = {
  /** What every page shows of the organisation that runs the portal. */
  installation: query({
    route: "GET /installation",
    may: "anyone",
    sameForAll: ["settings"],
    input: closed({}),
    output: closed({
      ...{ name, shortName, logo, logoText },
      ...{ email, telephone, postalAddress, website },
      ...{ languages, defaultLanguage },
    }),
  }),
  /** All of them. `installed`: the languages that have texts. */
  settings: query({
    route: "GET /settings",
    may: "read the settings",
    input: closed({}),
    output: closed({ settings: Settings, installed: list(LanguageTag(), 12), version: Version() }),
  }),
  /** Edits to different settings merge; `cleared` are left empty from now on. A logo is named by what `keepLogo` answered. */
  changeSettings: command({
    route: "PATCH /settings",
    may: "change the settings",
    edits: true,
    input: closed({
      version: Version(),
      changes: Type.Partial(closed({ ...Changes.properties, logo: DocumentId() }), {
        additionalProperties: false,
      }),
      cleared: Type.Optional(list(ClearableName(), 20)),
    }),
    output: closed({ version: Version() }),
    refusals: {
      /** Someone else has changed these since. */
      "settings.changed-meanwhile": stale({ fields: list(FieldName(), 40), version: Version() }),
      "settings.logo-unknown": invalid(),
      "settings.region-elsewhere": invalid(),
      "settings.hours-out-of-order": invalid(),
      "settings.holidays-unknown": invalid({ country: CodeOf("countries") }),
      "settings.language-without-texts": invalid({ language: LanguageTag() }),
      "settings.default-not-offered": invalid(),
      "settings.closing-day-twice": invalid(),
    },
  }),
};

export const events = {
  SettingsChanged: event(1, closed({ changes: Changes, cleared: list(ClearableName(), 20) })),
};
