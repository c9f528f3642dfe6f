import { readFileSync } from "node:fs";
import { settings } from "#services/settings/settings.contract.ts";
import { type Calendar, zone } from "./calendar.ts";
import type { Desk } from "./desk.ts";
import { admin, firstDay } from "./office.ts";
import type { Entry } from "./timetable.ts";

const { keepLogo, changeSettings } = settings.actions;
const logoFile = new URL("data/logo.png", import.meta.url);

/** What a cluster sets before it opens its portal. */
const opening = {
  name: {
    nl: "Getijkracht, dienst internationaal",
    en: "Getijkracht, international office",
    fr: "Getijkracht, service international",
    de: "Getijkracht, internationales Büro",
  },
  shortName: "Getijkracht",
  logoText: {
    nl: "Getijkracht, naar de startpagina",
    en: "Getijkracht, to the start page",
    fr: "Getijkracht, vers la page d’accueil",
    de: "Getijkracht, zur Startseite",
  },
  email: "internationaal@getijkracht.example",
  telephone: "+32 59 00 00 00",
  postalAddress: "Slikkenkaai 1\n8400 Oostende",
  website: "https://getijkracht.example",
  ...{ country: "BE", region: "BE25", nationalHolidays: true },
  ...{ officeDays: [1, 2, 3, 4, 5], opensAt: "09:00", closesAt: "17:00", timeZone: zone },
  senderName: "Getijkracht internationaal",
  replyTo: "internationaal@getijkracht.example",
  ...{ languages: ["nl", "en", "fr", "de"], defaultLanguage: "nl" },
};

/** The settings of the home cluster, and closing days that are added as they come near. */
export function settingsEntries(desk: Desk, calendar: Calendar): Entry[] {
  let version = 0;
  async function change(changes: object, step: string) {
    const input = { version, changes };
    version = (await desk.send(admin, changeSettings, input, `settings/home/${step}`)).version;
  }
  async function open() {
    const image = readFileSync(logoFile).toString("base64");
    const { logo } = await desk.send(admin, keepLogo, { image }, "settings/home/logo");
    await change({ ...opening, logo }, "opened");
  }
  const closingDays = [
    {
      day: calendar.date(24),
      reason: { nl: "Teamdag", en: "Team day", fr: "Journée d’équipe", de: "Teamtag" },
    },
    {
      day: calendar.date(52),
      reason: {
        nl: "Verhuizing van het kantoor",
        en: "The office moves",
        fr: "Déménagement du bureau",
        de: "Umzug des Büros",
      },
    },
  ];
  return [
    { day: firstDay, hour: 11, lane: "settings", run: open },
    { day: -20, hour: 9, lane: "settings", run: () => change({ closingDays }, "closing-days") },
  ];
}
