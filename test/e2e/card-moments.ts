import { HELD } from '../../shared/setup/commands.ts';
import { HINDRANCES } from '../../shared/setup/hindrances.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import {
  DIALPAD_TAB,
  iso,
  JUMPCLOUD_TAB,
  KEY,
  reading,
  walker,
  walkerAt,
  type Walker,
} from '../extension/guide/kit.ts';
import { activate, pressed, saw, test, withoutDomain } from '../extension/guide/problem-cases.ts';

/** A moment of a walk that no step and no problem alone shows. */
export type Moment = { name: string; tab: number; comes: () => Walker };

const key: StepId = 'dialpad.generate-key';
const base: StepId = 'jumpcloud.base-url';
const ASKS = { place: 'form', dialog: 'Activate the integration?' };
const asked = { domain: 'jumpcloud.com', askedAt: iso(0), decidedAt: null, reason: null };

function at(step: StepId, go: (walk: Walker) => unknown = () => null): () => Walker {
  return () => moved(walkerAt(step), go);
}

function moved(walk: Walker, go: (walk: Walker) => unknown): Walker {
  go(walk);
  return walk;
}

/** The form for a key was saved, and its page shows this since. */
function saved(go: (walk: Walker) => unknown): () => Walker {
  return at(key, (walk) => {
    walk.act(DIALPAD_TAB, 'perform');
    walk.act(DIALPAD_TAB, 'confirm');
    walk.acknowledge();
    walk.answer();
    walk.shows(DIALPAD_TAB, { 'dialpad.add-key': reading() });
    go(walk);
  });
}

const jumpcloud = (name: string, comes: () => Walker): Moment => ({ name, tab: JUMPCLOUD_TAB, comes });
const dialpad = (name: string, comes: () => Walker): Moment => ({ name, tab: DIALPAD_TAB, comes });

/** What the assistant says while it waits, is shown something, or is answered. */
export const MOMENTS: readonly Moment[] = [
  dialpad('on the other site', () =>
    moved(walkerAt('jumpcloud.open-application'), (walk) => {
      walk.open(DIALPAD_TAB);
      walk.shows(DIALPAD_TAB, {});
    }),
  ),
  jumpcloud(
    'looking for it',
    at(base, (walk) => walk.shows(JUMPCLOUD_TAB, {})),
  ),
  jumpcloud('two that are alike', () =>
    moved(walkerAt(base), (walk) =>
      walk.shows(JUMPCLOUD_TAB, {
        [base]: reading({ match: 'ambiguous', candidates: ['Base URL', 'Base URL (old)'] }),
      }),
    ),
  ),
  jumpcloud('pointing at a control', () =>
    moved(walkerAt(base), (walk) => {
      walk.shows(JUMPCLOUD_TAB, {
        [base]: reading({ match: 'ambiguous', candidates: ['Base URL', 'Base URL (old)'] }),
      });
      walk.act(JUMPCLOUD_TAB, 'point');
    }),
  ),
  jumpcloud('the field holds something', () =>
    moved(walkerAt(base), (walk) =>
      walk.shows(JUMPCLOUD_TAB, { [base]: reading({ occupiedBy: 'https://elsewhere.example/scim' }) }),
    ),
  ),
  jumpcloud('to be replaced', () =>
    moved(walkerAt(base), (walk) => {
      walk.shows(JUMPCLOUD_TAB, { [base]: reading({ occupiedBy: 'https://elsewhere.example/scim' }) });
      walk.act(JUMPCLOUD_TAB, 'perform');
    }),
  ),
  jumpcloud('filled, and may be undone', () =>
    moved(walkerAt(base), (walk) => {
      walk.act(JUMPCLOUD_TAB, 'perform');
      walk.answer();
      walk.shows(JUMPCLOUD_TAB, { [base]: reading({ state: 'done' }), 'jumpcloud.token-key': reading() });
    }),
  ),
  jumpcloud(
    'a run',
    at(base, (walk) => walk.act(JUMPCLOUD_TAB, 'perform-all')),
  ),
  jumpcloud('a page that does not answer', () =>
    moved(walkerAt(base), (walk) => {
      walk.act(JUMPCLOUD_TAB, 'perform');
      walk.pass(21_000);
    }),
  ),
  jumpcloud('telling the server', () =>
    moved(walkerAt(activate), (walk) => {
      walk.act(JUMPCLOUD_TAB, 'perform');
      walk.act(JUMPCLOUD_TAB, 'confirm');
      walk.answer({ fingerprint: KEY.fingerprint });
    }),
  ),
  jumpcloud('waiting for the page', () => moved(pressed(test), (walk) => walk.looked(JUMPCLOUD_TAB))),
  jumpcloud('waiting for it for long', () =>
    moved(pressed(test), (walk) => {
      walk.looked(JUMPCLOUD_TAB);
      walk.pass(21_000);
    }),
  ),
  jumpcloud('not understood', () =>
    moved(saw(pressed(test), { kind: 'lookup' }), (walk) => {
      walk.looked(JUMPCLOUD_TAB);
      walk.pass(181_000);
    }),
  ),
  jumpcloud('waiting for the calls', () =>
    moved(saw(pressed(activate), { kind: 'test-user-create', method: 'POST', status: 201 }), (walk) => {
      walk.looked(JUMPCLOUD_TAB);
      walk.says(JUMPCLOUD_TAB, { step: activate, says: 'succeeded', id: 'v1' });
    }),
  ),
  jumpcloud('the page asks', () => moved(pressed(activate), (walk) => walk.shows(JUMPCLOUD_TAB, {}, ASKS))),
  jumpcloud('the page asked', () =>
    moved(walkerAt(activate), (walk) => {
      walk.act(JUMPCLOUD_TAB, 'perform');
      walk.act(JUMPCLOUD_TAB, 'confirm');
      walk.answer({ fingerprint: KEY.fingerprint });
      walk.acknowledge();
      walk.answer({ note: HELD });
      walk.looked(JUMPCLOUD_TAB);
      walk.pass(5_000);
    }),
  ),
  dialpad(
    'the page asks, or shows the key',
    saved((walk) => walk.shows(DIALPAD_TAB, {}, ASKS)),
  ),
  dialpad(
    'a window that may hold the key',
    saved((walk) => {
      walk.shows(DIALPAD_TAB, {}, ASKS);
      walk.pass(11_000);
    }),
  ),
  dialpad(
    'no key seen',
    saved((walk) => walk.pass(11_000)),
  ),
  dialpad(
    'pointing at the key',
    saved((walk) => {
      walk.pass(11_000);
      walk.act(DIALPAD_TAB, 'point');
    }),
  ),
  ...['no-key', 'key-damaged'].map((note) =>
    dialpad(
      `pointed at: ${note}`,
      saved((walk) => {
        walk.pass(11_000);
        walk.act(DIALPAD_TAB, 'point');
        walk.answer({ outcome: 'refused', problem: 'key-not-seen', note });
        walk.looked(DIALPAD_TAB);
      }),
    ),
  ),
  jumpcloud('a window of the page', () =>
    moved(walkerAt('jumpcloud.identity-management'), (walk) => {
      walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.identity-management': reading({ match: 'missing' }) }, ASKS);
      walk.pass(4_000);
    }),
  ),
  ...HINDRANCES.filter((why) => why !== 'window-over').map((why) =>
    jumpcloud(`could not be used: ${why}`, () =>
      moved(walkerAt('jumpcloud.identity-management'), (walk) => {
        walk.act(JUMPCLOUD_TAB, 'perform');
        walk.answer({ outcome: 'refused', problem: 'target-missing', note: why });
        walk.looked(JUMPCLOUD_TAB);
      }),
    ),
  ),
  jumpcloud('groups to tick', () =>
    moved(walkerAt('jumpcloud.user-groups'), (walk) =>
      walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.user-groups': reading({ stage: 'tick' }) }),
    ),
  ),
  jumpcloud('groups to save', () =>
    moved(walkerAt('jumpcloud.user-groups'), (walk) => {
      walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.user-groups': reading({ stage: 'save' }) });
      walk.act(JUMPCLOUD_TAB, 'perform');
    }),
  ),
  jumpcloud(
    'looking back',
    at('jumpcloud.token-key', (walk) => walk.act(JUMPCLOUD_TAB, 'back')),
  ),
  dialpad('asked of support', () =>
    walker({ snapshot: { ...withoutDomain, domainRequest: { ...asked, state: 'asked' } } }),
  ),
  dialpad('declined by support', () =>
    walker({
      snapshot: {
        ...withoutDomain,
        domainRequest: { ...asked, state: 'declined', reason: 'The contract is not signed.' },
      },
    }),
  ),
  jumpcloud('support points', () =>
    walkerAt(base, {
      snapshot: {
        guidance: {
          sharedAt: iso(0),
          sharedBy: 'setup link',
          watching: [],
          messages: [
            {
              id: 'm1',
              at: iso(0),
              by: 'help@people.example',
              text: 'Choose this first.',
              step: base,
              dismissedAt: null,
            },
          ],
        },
      },
    }),
  ),
  jumpcloud('a key of somebody else’s', () =>
    moved(walkerAt('jumpcloud.token-key'), (walk) =>
      walk.send({ type: 'key-held', held: { ...KEY, kind: 'foreign' }, from: 'pasted' }),
    ),
  ),
  jumpcloud('the old key is left', () =>
    walkerAt('retire-old-key', { flow: 'replace-key', snapshot: { oldKey: { last4: 'Q7Zz', retiredAt: null } } }),
  ),
  jumpcloud('by word alone', () => walkerAt(activate, { target: 'dialpad' })),
  jumpcloud('a key made here', () => moved(walker({ target: 'self-hosted' }), (walk) => walk.open(JUMPCLOUD_TAB))),
];
