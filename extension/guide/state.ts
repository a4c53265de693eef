import type { EvidenceFact } from '../../shared/setup/evidence.ts';
import type { Observation } from '../../shared/setup/observation.ts';
import type { Problem } from '../../shared/setup/problems.ts';
import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';
import type { Site, StepId } from '../../shared/setup/steps.ts';

/** A panel: the overlay of a tab, or the side panel, which shows what the tab in front shows. */
export type PanelId = number | 'sidepanel';

/** A site that has pages. */
export type PageSite = Exclude<Site, 'server'>;

/** What may be known of the key: never the key. */
export type HeldKey = { masked: string; kind: 'ours' | 'foreign'; fingerprint: string };

/** Evidence that the server has not acknowledged yet. `atMs` is this computer's clock. */
export type LocalEvidence = {
  id: number;
  step: StepId;
  fact: EvidenceFact;
  seenBy: 'page' | 'admin';
  atMs: number;
  note: string | null;
  fingerprint: string | null;
};

/** An open page of one of the sites. */
export type TabState = {
  site: PageSite;
  host: string;
  /** Differs after every load of the page. */
  documentId: string;
  observation: Observation | null;
  /** Since when the page is asked to be looked at anew, after it did something: what it showed before tells nothing any more. */
  staleSince: number | null;
  /** When it was last in front. */
  frontAt: number;
  /** What is looked for in vain, and since when. */
  looking: { key: string; since: number } | null;
  /** Ids of what the page said that was taken in already. */
  heard: string[];
};

/**
 * What is being done, and how far it is: the field is asked for its fingerprint, the server is told of the press, an
 * address or a key is fetched, support is asked, or the page is at work, on the step itself or on leading to it.
 */
export type Working = {
  id: number;
  /** Since when it is at this phase, by this computer's clock. */
  since: number;
  step: StepId;
  tabId: number | null;
  phase: 'fingerprint' | 'acknowledge' | 'address' | 'create-key' | 'ask-domain' | 'page' | 'lead' | 'undo' | 'point';
};

/** Where and how a step was pressed by the assistant; `before` is what the page said of it just then. */
export type PressRecord = { tabId: number; documentId: string; doneBefore: boolean; before: string };

/** What a command or a check of the admin's word came to. It goes when the page shows something else. */
export type Trouble = { step: StepId; problem: Problem; clears: 'when-done' | 'when-changed'; reading: string };

/** A way of several presses: what the page showed at the last one, and when that was answered. */
export type Onward = {
  step: StepId;
  tabId: number;
  /** The document in which it was pressed. */
  documentId: string | null;
  place: string | null;
  /** What was to be pressed, as the reading names it, and how many presses may have been left after it. */
  way: string | null;
  remaining: number | null;
  shown: string;
  since: number;
  presses: number;
};

/** All that the guide knows. Plain data, so that a killed worker resumes with it. */
export type GuideState = {
  now: number;
  /** The server's clock minus this computer's. */
  clockOffsetMs: number;
  connection: 'none' | 'connected' | 'expired';
  serverUp: boolean;
  snapshot: SetupSnapshot | null;
  local: LocalEvidence[];
  nextId: number;
  tabs: Record<number, TabState>;
  /** The page that the side panel speaks of, or null when none of the sites is in front. */
  frontTab: number | null;
  held: HeldKey | null;
  preview: { step: StepId; tabId: number | null } | null;
  working: Working | null;
  /** All steps of a page in one go; `performed` are those that it did already. */
  run: { site: Site; tabId: number | null; performed: string[]; since: number } | null;
  trouble: Trouble | null;
  /** The admin asked for a step whose page waits for their own ticks: it goes on when they are there. */
  awaited: { step: StepId; tabId: number } | null;
  onward: Onward | null;
  undo: { step: StepId; tabId: number } | null;
  /** An earlier step that the admin looks at (`look`) or does again (`redo`). */
  cursor: { step: StepId; why: 'look' | 'redo' } | null;
  presses: Partial<Record<StepId, PressRecord>>;
  /** The host of each site that was in front last: where its pages are opened when none is open. */
  hosts: Record<PageSite, string>;
  collapsed: Partial<Record<Site, boolean>>;
};

export const JUMPCLOUD_HOSTS = ['console.jumpcloud.com', 'console.eu.jumpcloud.com'] as const;

/** Nothing known yet. */
export function initialState(now: number): GuideState {
  return {
    now,
    clockOffsetMs: 0,
    connection: 'none',
    serverUp: true,
    snapshot: null,
    local: [],
    nextId: 1,
    tabs: {},
    frontTab: null,
    held: null,
    preview: null,
    working: null,
    run: null,
    trouble: null,
    awaited: null,
    onward: null,
    undo: null,
    cursor: null,
    presses: {},
    hosts: { dialpad: 'dialpad.com', jumpcloud: JUMPCLOUD_HOSTS[0] },
    collapsed: {},
  };
}
