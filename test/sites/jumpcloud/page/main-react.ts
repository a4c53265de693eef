import { createElement, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { startConsole } from './start.ts';
import type { Draw } from './ui.ts';

/** React's element for neutral attributes. */
const draw: Draw = (tag, attributes, ...children) => {
  const {
    class: className,
    for: htmlFor,
    autocomplete: autoComplete,
    onText,
    onCheck,
    onScrollTop,
    onSubmit,
    ...rest
  } = attributes ?? {};
  const props: Record<string, unknown> = { ...rest };
  if (className !== undefined) props['className'] = className;
  if (htmlFor !== undefined) props['htmlFor'] = htmlFor;
  if (autoComplete !== undefined) props['autoComplete'] = autoComplete;
  if (onText) props['onChange'] = (event: { target: HTMLInputElement }) => onText(event.target.value);
  if (onCheck) props['onChange'] = (event: { target: HTMLInputElement }) => onCheck(event.target.checked);
  if (onScrollTop)
    props['onScroll'] = (event: { currentTarget: HTMLElement }) => onScrollTop(event.currentTarget.scrollTop);
  if (onSubmit) {
    props['onSubmit'] = (event: Event) => {
      event.preventDefault();
      onSubmit();
    };
  }
  return createElement(tag, props, ...children);
};

void startConsole((store, view) => {
  const host = document.getElementById('app');
  if (host === null) return;
  const Console = (): unknown => view(draw, useSyncExternalStore(store.subscribe, store.get));
  createRoot(host).render(createElement(Console, null));
});
