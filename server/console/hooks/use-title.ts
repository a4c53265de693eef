import { useEffect } from 'preact/hooks';
import { useTexts } from '../texts.ts';

/** Names the browser's tab: the page, and then the product. */
export function useTitle(title: string): void {
  const { product } = useTexts().common;
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
}
