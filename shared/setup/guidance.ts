import type { StepId } from './steps.ts';

/** How long a message of support may be. */
export const LONGEST_MESSAGE = 500;

/** What somebody of support says to the admin of a shared session: a text, a step that it points to, or both. */
export type SupportMessage = {
  id: string;
  /** ISO 8601. */
  at: string;
  /** E-mail address of who sent it. */
  by: string;
  text: string | null;
  step: StepId | null;
  dismissedAt: string | null;
};

/** A setup session that its admin shares with support. */
export type Guidance = {
  sharedAt: string;
  /** A person's e-mail address, or `setup link`. */
  sharedBy: string;
  /** E-mail addresses of those of support who look on now. */
  watching: string[];
  /** Since it was shared, oldest first, the last 20. */
  messages: SupportMessage[];
};

/** How many of support's messages show at once. */
const SHOWN_AT_ONCE = 3;

/** The messages that the admin has not dismissed, oldest first, the last three. */
export function openMessages(guidance: Guidance | null): SupportMessage[] {
  const open = guidance?.messages.filter((message) => message.dismissedAt === null) ?? [];
  return open.slice(-SHOWN_AT_ONCE);
}
