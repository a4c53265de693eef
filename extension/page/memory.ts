import type { PageVerdict } from '../../shared/setup/observation.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import { NOTHING_TOLD, type TokenTold } from './token.ts';

/**
 * A message of the page: its text, when it came (`performance.now()`), what it says of a step, and a button that stood
 * beside it when last looked at.
 */
export type Saying = { text: string; at: number; verdict: PageVerdict | null; beside: Element | null };

/**
 * What was seen of a document so far, so that a new saying can be told from an old one and an arrival from a change.
 * It lives as long as the document and holds no secret: the Token Key field's former content is never kept.
 */
export type PageMemory = {
  /** The messages that the page shows, by the element that shows them. */
  sayings: Map<Element, Saying>;
  /** Of messages and changes so far: every new one has an id of its own. */
  count: number;
  /** When the assistant pressed a step's control here, by `performance.now()`. */
  presses: Map<StepId, number>;
  /** Steps whose press a question of the page followed: that the page then says nothing tells nothing. */
  asked: Set<StepId>;
  /** Whether the last press was held by a question of the browser's. */
  held: boolean;
  /** Steps of which the page has said, since their last press, that they succeeded or failed. */
  succeeded: Set<StepId>;
  failed: Set<StepId>;
  /** Verdicts that came of a control having appeared or gone; they stay until the next press. */
  transitions: Map<StepId, { id: string; message: string | null }>;
  /** Whether a control was offered when last looked at, by control id; unset before. */
  offered: Map<string, boolean>;
  /** Whether the integration that runs is to get another key: then its update is what is pressed. */
  replacing: boolean;
  /** Whether the form was complete when last looked at. */
  formComplete: boolean;
  /** Ticked groups as they are saved; null while they were not seen. */
  savedTicks: string | null;
  /** What came of searching a long list to its end; null while the place of the list was not come to. */
  search: 'found' | 'absent' | null;
  /** Whether the form of this document was seen to have other pages, and which of its steps were on one of them so far. */
  paged: boolean;
  seenOnPages: Set<StepId>;
  /** What may be told of the token on a page of the form that was turned over. */
  tokenLeft: TokenTold;
  /** What may be told of the token that the assistant filled in, until the field is seen to hold another, or none. */
  tokenFilled: TokenTold;
  /** Whether all that the page of the form asks for was filled as it should be when last looked at. */
  filled: boolean;
  /** The key's name that the assistant gave last here. */
  keyName: string | null;
  /** What a field held of its own when it was last told of, by control id; of a token only that there is one. */
  occupants: Map<string, string | null>;
  /** How to put back what was there before a step, without secrets; answers whether it is back. */
  undo: Map<StepId, () => Promise<boolean>>;
  /** Ends the wait for the admin's click; null while none is waited for. */
  stopPointing: (() => void) | null;
};

/** A memory of nothing. */
export function createMemory(): PageMemory {
  return {
    sayings: new Map(),
    count: 0,
    presses: new Map(),
    asked: new Set(),
    held: false,
    succeeded: new Set(),
    failed: new Set(),
    transitions: new Map(),
    offered: new Map(),
    replacing: false,
    formComplete: false,
    savedTicks: null,
    search: null,
    paged: false,
    seenOnPages: new Set(),
    tokenLeft: NOTHING_TOLD,
    tokenFilled: NOTHING_TOLD,
    filled: false,
    keyName: null,
    occupants: new Map(),
    undo: new Map(),
    stopPointing: null,
  };
}

/** Notes that a step's control is about to be pressed: what the page said of it before no longer counts. */
export function notePress(memory: PageMemory, step: StepId): void {
  memory.presses.set(step, performance.now());
  memory.asked.delete(step);
  memory.succeeded.delete(step);
  memory.failed.delete(step);
  memory.transitions.delete(step);
}
