import { randomBytes, randomUUID } from 'node:crypto';
import type { AnswerApi } from '../serve.ts';
import type { DialpadAnswer, DialpadOptions, DialpadSettings, DialpadUser, KeyRequest, KeyRow } from './options.ts';

/** What tests and the demo drive the look-alike Dialpad with. */
export interface DialpadControl {
  readonly options: () => DialpadOptions;
  readonly set: (settings: DialpadSettings) => void;
  /** Back to the start, with the options given over the ones that it was made with. */
  readonly reset: (settings?: DialpadSettings) => void;
  readonly keys: () => readonly KeyRow[];
}

/** Dialpad's own keys are long runs of letters and digits; their exact form is not published. */
function foreignKey(): Promise<string> {
  return Promise.resolve(randomBytes(60).toString('base64').replace(/[+/=]/g, 'x').slice(0, 68));
}

const people: readonly DialpadUser[] = [
  { name: 'Ada Admin', email: 'ada@acme.example', state: 'active' },
  { name: 'Noah Price', email: 'noah.price@acme.example', state: 'pending' },
  { name: 'Lena Hart', email: 'lena.hart@acme.example', state: 'suspended' },
];

const defaults: DialpadOptions = {
  signedIn: true,
  admin: true,
  companyLabel: 'My Company',
  addKeyLabel: 'Add key',
  keyValue: 'plain',
  keyPlace: 'dialog',
  keyElement: 'input',
  keyCut: false,
  decoys: false,
  redrawEveryMs: 0,
  foreign: false,
  issueKey: foreignKey,
  listUsers: () => Promise.resolve(people),
};

function isKeyRequest(value: unknown): value is KeyRequest {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

const dayMs = 86_400_000;

/** Makes the look-alike Dialpad: its backend and its handle, sharing nothing with another one. */
export function createDialpad(settings: DialpadSettings): {
  readonly answer: AnswerApi;
  readonly control: DialpadControl;
} {
  let options: DialpadOptions = { ...defaults, ...settings };
  let signedIn = options.signedIn;
  let keys: readonly KeyRow[] = [];
  // Older Dialpad pages let a value be shown again; the newest ones never do.
  const values = new Map<string, string>();

  async function done(key: string | null = null, error: string | null = null): Promise<DialpadAnswer> {
    const { admin, companyLabel, addKeyLabel, keyValue, keyPlace, keyElement, keyCut, decoys, redrawEveryMs } = options;
    const users = signedIn ? await options.listUsers() : [];
    const shown = { admin, companyLabel, addKeyLabel, keyValue, keyPlace, keyElement, keyCut, decoys, redrawEveryMs };
    return { snapshot: { signedIn, ...shown, keys: signedIn ? keys : [], users }, key, error };
  }

  async function create(request: KeyRequest): Promise<DialpadAnswer> {
    let key: string;
    try {
      key = await (options.foreign ? foreignKey() : options.issueKey(request));
    } catch (error) {
      return done(null, error instanceof Error ? error.message : 'The key could not be created.');
    }
    const now = Date.now();
    const expiresAt =
      request.expiresInDays === null ? null : new Date(now + request.expiresInDays * dayMs).toISOString();
    const row = {
      id: randomUUID(),
      name: request.name,
      last4: key.slice(-4),
      createdAt: new Date(now).toISOString(),
      expiresAt,
    };
    keys = [...keys, row];
    if (options.keyValue !== 'plain') values.set(row.id, key);
    return done(key);
  }

  return {
    async answer(path, body) {
      if (path === 'state') return done();
      if (path === 'login') {
        signedIn = true;
        return done();
      }
      if (path === 'keys' && isKeyRequest(body)) return create(body);
      if (path === 'keys/value' && typeof body === 'string') return done(values.get(body) ?? null);
      if (path === 'keys/delete') {
        keys = keys.filter(({ id }) => id !== body);
        return done();
      }
      return null;
    },
    control: {
      options: () => options,
      set(change) {
        options = { ...options, ...change };
        if (change.signedIn !== undefined) signedIn = change.signedIn;
      },
      reset(change = {}) {
        options = { ...defaults, ...settings, ...change };
        signedIn = options.signedIn;
        keys = [];
        values.clear();
      },
      keys: () => keys,
    },
  };
}
