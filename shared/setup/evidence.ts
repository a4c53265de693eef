import type { StepId } from './steps.ts';

/**
 * - `done`, `not-needed`, `skipped`: the step needs no more work
 * - `open`: the page shows that the step is not (or no longer) done
 * - `pressed`: the assistant is about to press the step's button; recorded before it does
 * - `page-succeeded`, `page-failed`: what the page said after a press
 * - `page-asks`, `page-answered`: after a press the page asks the admin something of its own, and does so no more
 * - `replacing`: the admin found the integration running and turned to replacing its key (see `flowOf`)
 */
export const EVIDENCE_FACTS = [
  'done',
  'not-needed',
  'skipped',
  'open',
  'pressed',
  'page-succeeded',
  'page-failed',
  'page-asks',
  'page-answered',
  'replacing',
] as const;
export type EvidenceFact = (typeof EVIDENCE_FACTS)[number];

/** Who saw it: the assistant on the page, the admin by their own word, or the server. */
export type EvidenceSource = 'page' | 'admin' | 'server';

/** An observed fact about a step. */
export type Evidence = {
  step: StepId;
  fact: EvidenceFact;
  seenBy: EvidenceSource;
  /** ISO 8601, by the server's clock. */
  at: string;
  /** A short remark without secrets or personal data, such as the page's own message. */
  note: string | null;
  /** With `pressed`: the fingerprint of what the Token Key field held. */
  fingerprint: string | null;
};

/** Evidence as it is sent; the server stamps its own clock, less the age. */
export type NewEvidence = Omit<Evidence, 'at' | 'seenBy'> & { seenBy: 'page' | 'admin'; ageMs: number };
