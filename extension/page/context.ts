import { browserLayout, type Layout } from './find/layout.ts';
import { createMemory, type PageMemory } from './memory.ts';

/**
 * Selectors of controls that the admin pointed at, for this browser. `get` answers at once: load them before the
 * page is looked at. The key is `site|host|step`.
 */
export type PointedStore = {
  get(key: string): string | null;
  set(key: string, selector: string): Promise<void>;
};

/** What everything in `page/` needs of the page that it stands in. One for the life of a document. */
export type PageContext = {
  document: Document;
  pointed: PointedStore;
  memory: PageMemory;
  layout: Layout;
  /** Whether an element is the assistant's own, which is never looked into. */
  isOurs: (element: Element) => boolean;
};

/** Makes the context of a document. `layout` is given by tests where nothing is laid out. */
export function createPageContext(deps: {
  document: Document;
  pointed: PointedStore;
  isOurs: (element: Element) => boolean;
  layout?: Layout;
}): PageContext {
  const { document, pointed, isOurs } = deps;
  return { document, pointed, isOurs, memory: createMemory(), layout: deps.layout ?? browserLayout(document) };
}

/** Whether an element is the assistant's own, which may lie over what it works with: its host, or something in its shadow root. */
export function isOfAssistant(element: Element, { isOurs }: PageContext): boolean {
  const root = element.getRootNode();
  const host = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root ? (root.host as Element) : element;
  return isOurs(element) || isOurs(host);
}
