import type { ClientBehaviour } from './client/behaviour.ts';
import type { NewPerson } from './directory.ts';

/**
 * The three forms that the console had: 2022–2025, 2026, and the pre-built Dialpad connector; and one that it may come to have,
 * with the fields, the test and the activation on pages of their own.
 */
export type ConsoleForm = 'classic' | 'modern' | 'catalog' | 'wizard';

/** What the console's things are called: in English, in French, or as after a release that renamed them. */
export type ConsoleLabels = 'english' | 'french' | 'drifted';

/** How the look-alike console behaves; every one may be changed while it runs (an open page sees it at its next load). */
export interface JumpCloudOptions {
  readonly form: ConsoleForm;
  readonly labels: ConsoleLabels;
  readonly signedIn: boolean;
  /** Whether the tenant has a Dialpad application. */
  readonly application: boolean;
  readonly applicationLabel: string;
  /** A second row called "Dialpad Sandbox". */
  readonly secondDialpad: boolean;
  /** How many other applications the (virtualised) list holds. */
  readonly otherApplications: number;
  readonly ssoActive: boolean;
  /** SSO fields changed and not saved when the application opens: leaving the tab asks about "Unsaved Changes". */
  readonly unsavedSso: boolean;
  /** The integration runs already when the console opens, with this connection. */
  readonly alreadyActive: { readonly baseUrl: string; readonly tokenKey: string } | null;
  /** An announcement dialog lies over the page at every load. */
  readonly announcement: boolean;
  /** How the page asks whether it shall, before it activates: not at all, in a window of its own, or in the browser's. */
  readonly asksBefore: 'nothing' | 'page' | 'browser';
  /** What the catalog connector's Base URL holds at first. */
  readonly prefilledBaseUrl: string;
  readonly scimVersion: '1.1' | '2.0';
  /** The framework sets every filled value back 200 ms later. */
  readonly revertFills: boolean;
  /** The form empties itself once a load: after the Token Key was filled, or after a passed test. */
  readonly wipeForm: 'never' | 'after-token' | 'after-test';
  /** A form of several pages forgets the Token Key when it is turned back. */
  readonly forgetsKey: boolean;
  /** The Configuration Settings panel is closed when the application opens. */
  readonly configurationCollapsed: boolean;
  /** How long the page waits for the answer after the calls of a test or an activation were made. */
  readonly answerDelayMs: number;
  /** The page draws all of itself anew, in new elements, as often as this; never when 0. */
  readonly redrawEveryMs: number;
  /** Whether a pass is also said in words; the next button and the badge say it anyway. */
  readonly successText: boolean;
  /** How long after activation a reload still shows the old badge. */
  readonly badgeDelayMs: number;
  /** The tab's name in the modern console, which is sometimes still the old one. */
  readonly modernTab: 'provisioning' | 'identity management';
  /** A test or an activation fails on JumpCloud's own side, though every call was answered well. */
  readonly ownTrouble: boolean;
  /** Save keeps nothing, neither the application's settings nor the ticked groups, and the page says so. */
  readonly saveFails: boolean;
  /** What this console calls some of its things, by their English names, in no language's words. */
  readonly renamed: Readonly<Record<string, string>>;
  readonly userGroups: readonly string[];
  readonly people: readonly NewPerson[];
  readonly client: ClientBehaviour;
}

/** What tests and demo may pass: anything, and any part of the client's behaviour. */
export type JumpCloudSettings = Partial<Omit<JumpCloudOptions, 'client'>> & {
  readonly client?: Partial<ClientBehaviour>;
};
