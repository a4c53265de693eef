/** A key that an admin asks for. */
export interface KeyRequest {
  readonly name: string;
  readonly expiresInDays: number | null;
}

/** Issues the key itself; in end-to-end tests the server under test does. */
export type IssueKey = (request: KeyRequest) => Promise<string>;

/** A row of the user list. */
export interface DialpadUser {
  readonly name: string;
  readonly email: string;
  readonly state: 'active' | 'pending' | 'suspended' | 'deleted';
}

/** Which of the look-alike's variants are on; all may be changed while it runs (an open page sees it at its next load). */
export interface DialpadOptions {
  readonly signedIn: boolean;
  /** Only Company Admins see My Company and API Keys. */
  readonly admin: boolean;
  readonly companyLabel: 'My Company' | 'Company Settings';
  readonly addKeyLabel: 'Add key' | 'Add Key' | 'Add a key';
  /** Whether a new key's value stands there at once, or behind a button. */
  readonly keyValue: 'plain' | 'Show value' | 'Click to show value';
  readonly keyPlace: 'dialog' | 'page';
  readonly keyElement: 'input' | 'text' | 'groups';
  /** The page has no room for the whole of a key, and shows only its beginning. */
  readonly keyCut: boolean;
  /** Controls and headings of the same names that are not the ones meant. */
  readonly decoys: boolean;
  /** The page draws all of itself anew, in new elements, as often as this; never when 0. */
  readonly redrawEveryMs: number;
  /** Issues a key of Dialpad's own kind, which the server under test does not know. */
  readonly foreign: boolean;
  readonly issueKey: IssueKey;
  readonly listUsers: () => Promise<readonly DialpadUser[]>;
}

export type DialpadSettings = Partial<DialpadOptions>;

/** What the page's backend tells it. The value of a key is told once, with the answer that made it. */
export interface DialpadSnapshot {
  readonly signedIn: boolean;
  readonly admin: boolean;
  readonly companyLabel: string;
  readonly addKeyLabel: string;
  readonly keyValue: 'plain' | 'Show value' | 'Click to show value';
  readonly keyPlace: 'dialog' | 'page';
  readonly keyElement: 'input' | 'text' | 'groups';
  readonly keyCut: boolean;
  readonly decoys: boolean;
  readonly redrawEveryMs: number;
  readonly keys: readonly KeyRow[];
  readonly users: readonly DialpadUser[];
}

/** A row of the key list; support asks for the last four characters only, so no more is kept. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly last4: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

/** Every answer of the pages' backend. */
export interface DialpadAnswer {
  readonly snapshot: DialpadSnapshot;
  readonly key: string | null;
  readonly error: string | null;
}
