import type { ComponentChildren } from 'preact';
import { hrefOf, navigate, type Route } from '../router.ts';

type LinkProps = {
  to: Route;
  /** What the page shows, such as `state=suspended`. */
  query?: string;
  class?: string;
  current?: boolean;
  children: ComponentChildren;
};

/** A link to a page of the console; with a modifier key it is the browser's own. */
export function Link({ to, query, class: className, current, children }: LinkProps) {
  const href = hrefOf(to) + (query ? `?${query}` : '');
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a href={href} class={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
