import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { consoleEn, type ConsoleTexts } from '../../shared/texts/console-en.ts';
import type { Texts as AssistantTexts } from '../../shared/texts/en.ts';
import { setupPageEn, type SetupPageTexts } from '../../shared/texts/setup-page-en.ts';
import { texts } from '../../shared/texts/texts.ts';

/** Every sentence that the console shows; the assistant's, for what both speak of. */
export type Texts = { console: ConsoleTexts; setupPage: SetupPageTexts; assistant: AssistantTexts };

/** The texts for a BCP 47 tag; English where there are none. */
export function textsFor(locale: string): Texts {
  return { console: consoleEn, setupPage: setupPageEn, assistant: texts(locale) };
}

export const TextsContext = createContext<Texts>(textsFor('en'));

/** The texts in the reader's language. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}
