import type { StepId } from '../../shared/setup/steps.ts';

/** What a field, switch or option was before the assistant changed it. */
export type Undo = { element: Element; restore: () => Promise<boolean> };

/**
 * What was seen of a document so far, so that a new saying can be told from an old one and an arrival from a change.
 * It lives as long as the document and holds no secret: the Token Key field's former content is never kept.
 */
export type PageMemory = {
  /** A number for every appearance of a message: of the element, and of each new text in it. */
  sayings: Map<Element, { text: string; id: string }>;
  count: number;
  /** Times at which the assistant pressed a step's control here, by `performance.now()`. */
  presses: Map<StepId, number>;
  /** Steps whose success this document has shown. */
  succeeded: Set<StepId>;
  /** Verdicts that came of a control having appeared or gone; they stay until the next press. */
  transitions: Map<StepId, { id: string; message: string | null }>;
  /** Whether a control was offered when last looked at, by control id. */
  offered: Map<string, boolean>;
  /** Whether the form was complete when last looked at. */
  formComplete: boolean;
  /** Whether the integration was active when the application was first seen here; null before. */
  activeAtArrival: boolean | null;
  /** Ticked boxes of the groups as they are saved, by row text; null while the tab was not seen. */
  savedTicks: string | null;
  /** The key's name that the assistant gave last here. */
  keyName: string | null;
  undo: Map<StepId, Undo>;
};

/** A memory of nothing. */
export function createMemory(): PageMemory {
  return {
    sayings: new Map(),
    count: 0,
    presses: new Map(),
    succeeded: new Set(),
    transitions: new Map(),
    offered: new Map(),
    formComplete: false,
    activeAtArrival: null,
    savedTicks: null,
    keyName: null,
    undo: new Map(),
  };
}
