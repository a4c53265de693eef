import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { languageOf, type Language } from '../../../shared/texts/languages.ts';
import { loadTexts, type Texts, TextsContext } from '../texts.ts';

type Spoken = { language: Language; texts: Texts };

/** What is inside speaks the browser's language, where there are texts in it; English too when they cannot be loaded. */
export function InReadersLanguage({ children }: { children: ComponentChildren }) {
  const [spoken, setSpoken] = useState<Spoken | null>(null);
  useEffect(() => {
    void load(languageOf(navigator.language)).then(setSpoken);
  }, []);
  useEffect(() => {
    const before = document.documentElement.lang;
    if (spoken) document.documentElement.lang = spoken.language;
    return () => void (document.documentElement.lang = before);
  }, [spoken]);
  return spoken && <TextsContext.Provider value={spoken.texts}>{children}</TextsContext.Provider>;
}

async function load(language: Language): Promise<Spoken> {
  try {
    return { language, texts: await loadTexts(language) };
  } catch {
    // The file is gone after an update of the server, or the connection is: the page can still be worked with.
    return { language: 'en', texts: await loadTexts('en') };
  }
}
