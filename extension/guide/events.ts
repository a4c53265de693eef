import type { PageCommand, PageResult } from '../../shared/setup/commands.ts';
import type { Observation } from '../../shared/setup/observation.ts';
import type { ClickedCard, PanelAction } from '../../shared/setup/panel.ts';
import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';
import type { Site } from '../../shared/setup/steps.ts';
import type { GuideState, HeldKey, PageSite, PanelId } from './state.ts';

/** What came of a page's command, without the secret, which the background keeps to itself. */
export type StrippedResult = Omit<PageResult, 'secret'>;

/** Something that happened, with the time by this computer's clock in milliseconds. */
export type GuideEvent = { at: number } & (
  | { type: 'connected'; snapshot: SetupSnapshot; held: HeldKey | null }
  | { type: 'snapshot'; snapshot: SetupSnapshot }
  | { type: 'server'; up: boolean }
  | { type: 'expired' }
  | { type: 'resumed' }
  | { type: 'acknowledged'; ids: number[]; snapshot: SetupSnapshot }
  | { type: 'tab-opened'; tabId: number; site: PageSite; host: string; documentId: string }
  | { type: 'tab-front'; tabId: number | null }
  | { type: 'tab-closed'; tabId: number; documentId: string }
  | { type: 'observed'; tabId: number; documentId: string; observation: Observation }
  | { type: 'result'; id: number; result: StrippedResult }
  | { type: 'key-held'; held: HeldKey; from: 'page' | 'pasted' | 'server' }
  | { type: 'address'; id: number; address: string; snapshot: SetupSnapshot | null }
  /** Support was asked for what was begun under that id. */
  | { type: 'asked'; id: number; snapshot: SetupSnapshot | null }
  /** What was begun under that id came to nothing. */
  | { type: 'failed'; id: number; why: 'unreachable' | 'page-gone' | 'refused'; note: string | null }
  /** `on` is the card that was clicked in. */
  | { type: 'action'; panel: PanelId; action: PanelAction; on: ClickedCard }
  | { type: 'tick' }
);

/** What the background is to do. */
export type Effect =
  /** Send the evidence that is not acknowledged yet. */
  | { do: 'flush' }
  /** With `withKey` the held key takes the place of the command's value, at the very moment of sending. */
  | { do: 'command'; id: number; tabId: number; command: PageCommand; withKey: boolean }
  | { do: 'create-key'; id: number; name: string }
  | { do: 'issue-address'; id: number }
  /** Ask support to allow the domain of JumpCloud's test user. */
  | { do: 'ask-domain'; id: number }
  /** Ask the server anew. */
  | { do: 'refresh' }
  /** Have the page looked at anew. */
  | { do: 'look'; tabId: number }
  /** Bring the target of the step into view on that page. */
  | { do: 'show'; tabId: number }
  /** Load the page anew, so that it shows no more what it showed. */
  | { do: 'reload'; tabId: number }
  | { do: 'go'; site: Site; host: string; tabId: number | null }
  /** Send a `tick` at that time. */
  | { do: 'deadline'; at: number };

/** A state and what is to be done because of it. */
export type Turn = { state: GuideState; effects: Effect[] };

export function turn(state: GuideState, ...effects: Effect[]): Turn {
  return { state, effects };
}

/** Goes on from a turn, keeping its effects. */
export function and(before: Turn, next: (state: GuideState) => Turn): Turn {
  const after = next(before.state);
  return { state: after.state, effects: [...before.effects, ...after.effects] };
}
