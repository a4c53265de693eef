/** The languages that the assistant and the page behind a setup link speak, as BCP 47 tags. English is the first. */
export const LANGUAGES = ['en', 'fr', 'de', 'es', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

export type Direction = 'ltr' | 'rtl';

/** How each is written: a panel says so itself, for the page that it stands on may be written the other way. */
const DIRECTIONS: Record<Language, Direction> = { en: 'ltr', fr: 'ltr', de: 'ltr', es: 'ltr', ja: 'ltr' };

/** How a language is written. */
export function directionOf(language: Language): Direction {
  return DIRECTIONS[language];
}

/** The language that is spoken to who has this BCP 47 tag, such as `de` for `de-CH`: English where there are no texts. */
export function languageOf(locale: string): Language {
  const language = locale.split('-')[0]?.toLowerCase();
  return LANGUAGES.find((known) => known === language) ?? 'en';
}
