/** Languages with texts. Each shows its own name in the switch. */
export const languages = { nl: "Nederlands", en: "English", fr: "Français", de: "Deutsch" } as const;
export type Language = keyof typeof languages;

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);
