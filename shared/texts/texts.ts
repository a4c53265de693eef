import { de } from './de.ts';
import { en, type Texts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { languageOf, type Language } from './languages.ts';

const TEXTS: Record<Language, Texts> = { en, fr, de, es, ja };

/** The assistant's texts for a BCP 47 tag. */
export function texts(locale: string): Texts {
  return TEXTS[languageOf(locale)];
}
