/** The little of React that the look-alike console uses; React brings no types of its own. */
declare module 'react' {
  export function createElement(type: unknown, props: object | null, ...children: readonly unknown[]): unknown;
  export function useSyncExternalStore<State>(subscribe: (listener: () => void) => () => void, get: () => State): State;
}

declare module 'react-dom/client' {
  export function createRoot(host: Element): { render(element: unknown): void };
}
