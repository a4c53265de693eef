import { containsComposed } from './find/composed.ts';
import { isThere } from './find/decide.ts';
import { shownValue } from './find/shown-value.ts';
import type { Match, PressFacts, SaveFacts, StepFacts, TicksFacts, Way } from './find/types.ts';
import { choiceTarget } from './choice.ts';
import { isActive } from './observe/active.ts';
import { offTarget } from './off-words.ts';
import { hidingList } from './search-list.ts';
import { readTicks, saveOfTicks, showsTicks } from './ticks.ts';
import { depthOf, matchOf, type View } from './view.ts';

const MISSING: Match = { is: 'missing', disabled: null, behind: null };

/** What performing a step would touch first: for the reading, for the act and for the ring alike. */
export function targetOf(view: View, facts: StepFacts): Match {
  switch (facts.reads) {
    case 'place':
      return view.depth >= depthOf(view.site, facts.at) ? MISSING : onTheWay(view, facts.via);
    case 'field':
      return atForm(view, facts.anchors) ? matchOf(view, facts.control) : MISSING;
    case 'press':
      return atForm(view, facts.anchors) ? (updateOf(view, facts) ?? matchOf(view, facts.control)) : MISSING;
    case 'by-hand': {
      const control = matchOf(view, facts.control);
      return isThere(control) ? control : matchOf(view, facts.opener);
    }
    case 'save':
      return maySave(view, facts) ? matchOf(view, facts.control) : MISSING;
    case 'choice':
      return atForm(view, facts.anchors) ? choiceTarget(view, facts) : MISSING;
    case 'switch': {
      if (!atForm(view, facts.anchors)) return MISSING;
      const control = matchOf(view, facts.control);
      if (isThere(control)) return control;
      const words = offTarget(view, facts);
      return isThere(words) ? words : matchOf(view, facts.opener);
    }
    case 'form':
      return view.place === facts.at ? matchOf(view, facts.field) : MISSING;
    case 'value': {
      const shown = view.dialog === null ? shownValue(view.scan, view.matches, view.context) : null;
      if (shown) return { is: 'unique', element: shown.element, name: facts.reveal, score: 1 };
      const reveal = matchOf(view, facts.reveal);
      return reveal.is === 'ambiguous' ? reveal : MISSING;
    }
    case 'ticks':
      return ticksTarget(view, facts);
  }
}

/** The first control that leads on from this place and is there; missing when none is. */
function onTheWay(view: View, ways: readonly Way[]): Match {
  const here = ways.filter(({ from }) => view.place !== null && from.includes(view.place));
  const found = here.map(({ control }) => matchOf(view, control)).filter(isThere);
  // A text that nothing marks as pressable may be no more than the heading over the button that is meant.
  const best = found.find((match) => !isPlainText(match, view)) ?? found[0];
  if (best) return best;
  // A row that was seen and scrolled away again is scrolled to when the step is done.
  const list = view.context.memory.search === 'found' ? hidingList(view) : null;
  return list ? unique(list, 'list', view) : MISSING;
}

function isPlainText(match: Match, view: View): boolean {
  if (match.is !== 'unique') return false;
  const { element } = match;
  const isMade = view.scan.pressables.some((made) => containsComposed(made.element, element));
  return !isMade && !view.context.layout.looksPressable(element);
}

/** What is pressed instead, where a running integration takes its new key by an update; null where it does not. */
export function updateOf(view: View, facts: PressFacts): Match | null {
  if (!view.context.memory.replacing || facts.instead === null || isThere(matchOf(view, facts.control))) return null;
  const update = matchOf(view, facts.instead);
  return isThere(update) ? update : null;
}

/** Whether the form is the screen that we look at: one of its pages, or one of its anchors is there, and no other application's. */
export function atForm(view: View, anchors: readonly string[]): boolean {
  return !view.elsewhere && (view.pages !== null || anchors.some((anchor) => isThere(matchOf(view, anchor))));
}

/** Before the step that it follows is done, Save would throw the form away. */
export function maySave(view: View, facts: SaveFacts): boolean {
  if (view.context.memory.succeeded.has(facts.after)) return true;
  // While a key is replaced, the running integration's form may hold the new one.
  return isActive(view) && !view.context.memory.replacing;
}

function ticksTarget(view: View, facts: TicksFacts): Match {
  if (!showsTicks(view, facts)) {
    if (view.depth >= depthOf(view.site, facts.within)) return matchOf(view, facts.tab);
    return onTheWay(view, facts.via);
  }
  const { first, ticked } = readTicks(view, facts);
  const saved = view.context.memory.savedTicks;
  if (ticked.length > 0 && ticked.join('|') !== saved) return saveOfTicks(view, facts);
  return first && view.dialog === null ? unique(first.element, facts.tab, view) : MISSING;
}

function unique(element: Element, name: string, view: View): Match {
  if (view.dialog !== null) return { is: 'missing', disabled: null, behind: element };
  return { is: 'unique', element, name, score: 1 };
}
