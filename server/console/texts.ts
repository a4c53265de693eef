import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { commonEn, type CommonTexts } from '../../shared/texts/common-en.ts';
import { consoleEn, type ConsoleTexts } from '../../shared/texts/console-en.ts';
import { en, type Texts as AssistantTexts } from '../../shared/texts/en.ts';
import type { Language } from '../../shared/texts/languages.ts';
import { setupPageEn, type SetupPageTexts } from '../../shared/texts/setup-page-en.ts';

/** What the page behind a setup link says, in each of its languages; the assistant's texts, for what both speak of. */
export type PublicTexts = { common: CommonTexts; setupPage: SetupPageTexts; assistant: AssistantTexts };

/** Every sentence that is shown. Those who sign in are spoken to in English. */
export type Texts = PublicTexts & { console: ConsoleTexts; language: Language };

const ENGLISH: Texts = { language: 'en', console: consoleEn, common: commonEn, setupPage: setupPageEn, assistant: en };

/** A reader loads one language only. */
const OTHERS: Record<Exclude<Language, 'en'>, () => Promise<{ texts: PublicTexts }>> = {
  de: () => import('./languages/de.ts'),
  es: () => import('./languages/es.ts'),
  fr: () => import('./languages/fr.ts'),
  ja: () => import('./languages/ja.ts'),
};

/** The texts of a language, with English for what only those who sign in read. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'en' ? ENGLISH : { ...ENGLISH, ...(await OTHERS[language]()).texts, language };
}

export const TextsContext = createContext<Texts>(ENGLISH);

/** The texts in the reader's language. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}
