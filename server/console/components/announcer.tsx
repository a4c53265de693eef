import { createContext, type ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Says what came of an action to who cannot see it: a live region is heard only when it was there before its text. */
export function Announcer({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const announce = (text: string) => setSaid(({ count }) => ({ text, count: count + 1 }));
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <p class="visually-hidden" role="status">
        {/* The same words once more are heard once more. */}
        <span key={said.count}>{said.text}</span>
      </p>
    </AnnounceContext.Provider>
  );
}

/** Says something politely, once. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
