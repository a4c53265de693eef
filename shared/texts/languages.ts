/** The languages that the assistant and the page behind a setup link speak, as BCP 47 tags. English is the first. */
export const LANGUAGES = ['en', 'fr', 'de', 'es', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language that is spoken to who has this BCP 47 tag, such as `de` for `de-CH`: English where there are no texts. */
export function languageOf(locale: string): Language {
  const language = locale.split('-')[0]?.toLowerCase();
  return LANGUAGES.find((known) => known === language) ?? 'en';
}
