import { reactive } from 'vue';
import type { DialpadAnswer, DialpadSnapshot } from '../options.ts';

/** The key that was just made, for as long as its page or dialog is open. */
export interface ShownKey {
  readonly value: string;
  readonly revealed: boolean;
}

/** All that the page shows. Vue draws every input from it, so a value assigned without an `input` event is lost. */
export interface Model {
  snapshot: DialpadSnapshot;
  path: string;
  authenticationOpen: boolean;
  form: { name: string; expiresInDays: string; defaultScopes: boolean; scopes: string[] };
  editing: string | null;
  busy: boolean;
  error: string | null;
  shown: ShownKey | null;
  rowValues: Record<string, string>;
  toast: string | null;
  credentials: { email: string; password: string };
  usersTab: string;
  otherSsoBlocked: boolean;
  /** How often all was drawn anew. */
  redrawn: number;
}

const toastMs = 4_000;

/** Calls the page's own backend. */
export async function callBackend(path: string, body: unknown = null): Promise<DialpadAnswer> {
  const post: RequestInit = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  };
  return (await (await fetch(`/__api/${path}`, path === 'state' ? {} : post)).json()) as DialpadAnswer;
}

function emptyForm(): Model['form'] {
  return { name: '', expiresInDays: '', defaultScopes: true, scopes: [] };
}

/** The page at its load. */
export function createModel(snapshot: DialpadSnapshot): Model {
  return reactive<Model>({
    snapshot,
    path: location.pathname,
    authenticationOpen: location.pathname.startsWith('/authentication'),
    form: emptyForm(),
    editing: null,
    busy: false,
    error: null,
    shown: null,
    rowValues: {},
    toast: null,
    credentials: { email: '', password: '' },
    usersTab: 'Users',
    otherSsoBlocked: false,
    redrawn: 0,
  });
}

/** Goes to another of the site's own pages. */
export function go(model: Model, path: string): void {
  if (path !== location.pathname) history.pushState(null, '', path);
  model.path = path;
  model.shown = null;
  model.error = null;
}

/** Says something for a moment. */
export function say(model: Model, text: string): void {
  model.toast = text;
  setTimeout(() => {
    if (model.toast === text) model.toast = null;
  }, toastMs);
}

/** Opens the key form, empty or for a key that exists. */
export function openKeyForm(model: Model, id: string | null): void {
  model.form = emptyForm();
  model.editing = id;
  const row = model.snapshot.keys.find((key) => key.id === id);
  if (row !== undefined) model.form.name = row.name;
  go(model, '/authentication/api-keys/edit');
}

async function request(model: Model, path: string, body: unknown): Promise<DialpadAnswer> {
  model.busy = true;
  model.error = null;
  try {
    const answer = await callBackend(path, body);
    model.snapshot = answer.snapshot;
    model.error = answer.error;
    return answer;
  } finally {
    model.busy = false;
  }
}

export async function signIn(model: Model): Promise<void> {
  await request(model, 'login', null);
}

/** Makes the key that the form describes and shows it once. */
export async function saveKey(model: Model): Promise<void> {
  if (model.editing !== null) {
    go(model, '/authentication/api-keys');
    return;
  }
  const { name, expiresInDays } = model.form;
  const body = { name, expiresInDays: expiresInDays === '' ? null : Number(expiresInDays) };
  const { key } = await request(model, 'keys', body);
  if (key === null) return;
  go(model, '/authentication/api-keys');
  model.shown = { value: key, revealed: model.snapshot.keyValue === 'plain' };
}

export async function deleteKey(model: Model): Promise<void> {
  await request(model, 'keys/delete', model.editing);
  go(model, '/authentication/api-keys');
}

/** Shows an older key's value, as pages before 2025 did. */
export async function revealRow(model: Model, id: string): Promise<void> {
  const { key } = await request(model, 'keys/value', id);
  if (key !== null) model.rowValues[id] = key;
}

export async function copyKey(model: Model): Promise<void> {
  if (model.shown === null) return;
  await navigator.clipboard.writeText(model.shown.value).catch(() => undefined);
  say(model, 'Copied');
}
