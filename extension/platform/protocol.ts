import type { PageCommand, PageResult } from '../../shared/setup/commands.ts';
import type { Expectations, Observation } from '../../shared/setup/observation.ts';
import type { ClickedCard, PanelAction, PanelView } from '../../shared/setup/panel.ts';
import type { PanelWords } from '../../shared/texts/panel-words.ts';

/** Names of the ports by which pages and side panels speak with the background. */
export const PAGE_PORT = 'page';
export const PANEL_PORT = 'side-panel';

/** Sent to a page's content script when the assistant was connected, so that it opens its port. */
export const WAKE = 'wake';

/** How often a visible panel writes, so that the browser keeps the background running. */
export const PING_MS = 20_000;

/** What a page's content script says. */
export type FromPage =
  | { type: 'hello'; documentId: string }
  | { type: 'ping' }
  /** The page came to the front. */
  | { type: 'front' }
  | { type: 'observed'; observation: Observation }
  /** Only for clicks that the browser itself vouches for. */
  | { type: 'action'; action: PanelAction; on: ClickedCard }
  /** The admin has read a message of support. */
  | { type: 'dismiss'; message: string }
  | { type: 'result'; id: number; result: PageResult }
  /** The admin pointed at a control: its selector is kept for this browser. */
  | { type: 'pointed'; key: string; selector: string };

/** What the background says to a page. */
export type ToPage =
  /** The assistant is not connected: show nothing, look at nothing. */
  | { type: 'idle' }
  | { type: 'state'; view: PanelView; words: PanelWords; expectations: Expectations; pointed: Record<string, string> }
  | { type: 'command'; id: number; command: PageCommand }
  /** Look at the page anew. */
  | { type: 'look' }
  /** Bring the target into view. */
  | { type: 'show' };

/** What a side panel says. */
export type FromPanel =
  /** `tabId` when it is open as an ordinary tab. */
  | { type: 'hello'; tabId: number | null; windowId: number | null }
  | { type: 'ping' }
  | { type: 'connect'; link: string }
  | { type: 'action'; action: PanelAction; on: ClickedCard }
  | { type: 'dismiss'; message: string }
  /** Share the session with support, or end that. */
  | { type: 'share'; on: boolean }
  | { type: 'use-key'; key: string }
  | { type: 'copy-key' }
  | { type: 'forget' };

/** What came of connecting or of pasting a key. */
export type Answer =
  | 'connected'
  | 'link-invalid'
  | 'link-insecure'
  | 'link-refused'
  | 'server-away'
  | 'key-taken'
  | 'key-damaged'
  | 'key-empty'
  | 'forgotten';

/** All that the side panel shows. */
export type SidePanelState = {
  connection: 'none' | 'connected' | 'expired';
  /** The server's host, once connected. */
  host: string | null;
  view: PanelView | null;
  locale: string;
};

/** What the background says to a side panel. */
export type ToPanel =
  | { type: 'state'; state: SidePanelState }
  | { type: 'answer'; answer: Answer }
  /** The key, because the admin asked to copy it here. */
  | { type: 'key'; key: string };
