import { CHANGED, FIELD, makeOne, targets } from './subject.ts';
import type { Changed, Mutation, Subject } from './subject.ts';

type Hide = (twin: HTMLElement) => HTMLElement;

const styled =
  (style: string): Hide =>
  (twin) => {
    twin.setAttribute('style', style);
    return twin;
  };

const inside =
  (html: string): Hide =>
  (twin) => {
    const holder = makeOne(twin.ownerDocument, html);
    (holder.querySelector('[data-in]') ?? holder).append(twin);
    return holder;
  };

/** Ways in which a twin is none that people can use. */
const HIDDEN: Record<string, Hide> = {
  'not displayed': styled('display: none'),
  invisible: styled('visibility: hidden'),
  transparent: styled('opacity: 0'),
  'of no size': styled('width: 0; height: 0; padding: 0; border: 0; overflow: hidden; position: absolute'),
  'off the page': styled('position: absolute; left: -9999px'),
  'clipped away': inside('<div style="height: 0; overflow: hidden"></div>'),
  inert: inside('<div inert></div>'),
  'hidden from readers': inside('<div aria-hidden="true"></div>'),
  'in closed details': inside('<details><summary>More</summary><div data-in></div></details>'),
  'on a closed panel': inside('<div role="tabpanel" hidden></div>'),
};

/** The same control once more beside each, where nobody can use it. */
export const TWINS: readonly Mutation[] = Object.entries(HIDDEN).map(([how, hide]) => ({
  kind: `a twin that is ${how}`,
  change: (subject: Subject) => twins(subject, hide),
}));

function twins(subject: Subject, hide: Hide): Changed {
  const found = targets(subject).filter(
    (target) => target.matches(`${FIELD}, button, a, [role=button]`) && !target.closest('[role=tablist]'),
  );
  for (const target of found) {
    const anchor = target.closest('label') ?? target;
    const twin = anchor.cloneNode(true) as HTMLElement;
    for (const element of [twin, ...twin.querySelectorAll('*')])
      for (const name of ['data-t', 'id', 'for']) element.removeAttribute(name);
    const hidden = hide(twin);
    hidden.setAttribute('data-decoy', '');
    if (subject.random.chance(0.5)) anchor.before(hidden);
    else anchor.after(hidden);
  }
  return found.length > 0 ? CHANGED : null;
}
