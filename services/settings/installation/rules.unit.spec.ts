import { given } from "#shared/testing/given.ts";
import type { Changes, Clearable } from "./fields.ts";
import { complete, type InstallationEvent, initial, installation } from "./installation.ts";
import { change } from "./rules.ts";

const facts = { installed: ["en", "nl"] };
const changed = (changes: Changes, cleared: Clearable[] = []): InstallationEvent => ({
  type: "SettingsChanged",
  data: { changes, cleared },
});
const asking = (version: number, changes: Changes, cleared: Clearable[] = []) => ({
  ...{ version, changes, cleared },
});
const email = "office@cluster.example";

describe("I7: nobody's edit is lost", () => {
  const history = [changed({ shortName: "Getij" }), changed({ email })];

  it("merges edits to different settings", () => {
    given(installation, ...history)
      .when(change, asking(1, { telephone: "+32 59 00 00 00" }), facts)
      .happens(changed({ telephone: "+32 59 00 00 00" }));
  });

  it("refuses what someone else has changed since, and says what", () => {
    const stale = asking(1, { email: "info@cluster.example", website: "https://cluster.example" });
    given(installation, ...history)
      .when(change, stale, facts)
      .refused("settings.changed-meanwhile", { fields: ["email"], version: 2 });
    given(installation, ...history)
      .when(change, asking(1, {}, ["email"]), facts)
      .refused("settings.changed-meanwhile", { fields: ["email"], version: 2 });
    given(installation, ...history)
      .when(change, asking(9, { shortName: "Kracht" }), facts)
      .refused("settings.changed-meanwhile", { fields: ["shortName"], version: 2 });
  });

  it("changes what its writer has seen, and nothing by saying the same again", () => {
    given(installation, ...history)
      .when(change, asking(2, {}, ["email"]), facts)
      .happens(changed({}, ["email"]));
    given(installation, ...history)
      .when(change, asking(0, { email, shortName: "Getij" }, ["website"]), facts)
      .happens();
  });
});

it("refuses settings that do not agree with each other, by what they come to", () => {
  const asked = (changes: Changes) => given(installation).when(change, asking(0, changes), facts);
  asked({ region: "NL12" }).refused("settings.region-elsewhere");
  asked({ region: "BE25" }).happens(changed({ region: "BE25" }));
  asked({ region: "BE-VWV" }).happens(changed({ region: "BE-VWV" }));
  asked({ country: "GR", region: "EL30" }).happens(changed({ country: "GR", region: "EL30" }));
  asked({ opensAt: "17:00" }).refused("settings.hours-out-of-order");
  asked({ country: "AQ" }).refused("settings.holidays-unknown", { country: "AQ" });
  asked({ country: "AQ", nationalHolidays: false }).happens(
    changed({ country: "AQ", nationalHolidays: false }),
  );
  asked({ languages: ["nl", "fr"] }).refused("settings.language-without-texts", { language: "fr" });
  asked({ defaultLanguage: "fr" }).refused("settings.default-not-offered");
  const [may, fair] = [{ en: "May Day" }, { en: "Fair" }];
  asked({
    closingDays: [
      { day: "2027-05-01", reason: may },
      { day: "2027-05-01", reason: fair },
    ],
  }).refused("settings.closing-day-twice");
  const twoDays = {
    closingDays: [
      { day: "2027-05-01", reason: may },
      { day: "2027-05-02", reason: fair },
    ],
  };
  asked(twoDays).happens(changed(twoDays));
  given(installation, changed({ languages: ["nl", "en"], defaultLanguage: "en" }))
    .when(change, asking(1, { languages: ["nl"] }), facts)
    .refused("settings.default-not-offered");
  given(installation, changed({ region: "BE25" }))
    .when(change, asking(1, { country: "NL" }), facts)
    .refused("settings.region-elsewhere");
});

it("offers the languages that have texts, whatever was chosen before", () => {
  const offered = (changes: Changes, installed: string[]) => {
    const { languages, defaultLanguage } = complete({ ...initial.settings, ...changes }, installed);
    return [languages, defaultLanguage];
  };
  expect(offered({}, ["en", "nl"])).toEqual([["en", "nl"], "en"]);
  expect(offered({ languages: ["nl", "fr"], defaultLanguage: "fr" }, ["en", "nl"])).toEqual([["nl"], "nl"]);
  expect(offered({ languages: ["fr"] }, ["en", "nl"])).toEqual([["en", "nl"], "en"]);
});
