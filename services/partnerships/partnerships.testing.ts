/** A form that is complete: of a port in Japan, where no NUTS region and no VAT number is asked. */
export const kitakyushu = {
  country: "JP",
  subdivision: "JP-40",
  registerNumber: "1234-56",
  name: "Kitakyushu Green Port",
  legalForm: "Association",
  website: "https://kitakyushu.example",
  englishWebsite: true,
  members: { companies: 14, knowledge: 2, publicBodies: 1, others: 0 },
  teamHundredths: 250,
  ecosystems: ["renewable-energy"],
  summary: "A port that stores wind and hydrogen.",
  contactName: "Aiko Tanaka",
  contactEmail: "aiko@kitakyushu.example",
  contactRole: "Director",
  contactLanguage: "en",
  declaration: true,
};
