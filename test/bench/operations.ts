import type { Answer, Request, Script } from './load.ts';
import { bodyOf, externalIdOf, userNameOf } from './people.ts';

/** What is known of the store that is measured. */
export type Subject = {
  /** The ids of its users; the number of a user is its place here. */
  ids: string[];
  /** Users that POST made, for DELETE to remove. */
  made: string[];
};

export type OperationName =
  'get' | 'userName' | 'externalId' | 'page' | 'sync' | 'create' | 'replace' | 'patch' | 'delete';

export type Operation = {
  name: OperationName;
  label: string;
  expect: number;
  /** What its figure is compared with: Koa with one prepared statement of that kind. */
  ceiling: 'select' | 'insert' | null;
  script: (subject: Subject) => Script;
  onAnswer?: (subject: Subject, answer: Answer) => void;
  /** It ends when its script does, and this is what comes before it, so that it is measured warm; without, it ends after a time. */
  rehearsal?: (subject: Subject) => Script;
};

/** Users that one hourly sync goes through. */
export const SYNCED = 10_000;
const PAGE = 100;
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** In the order in which they run: those that change nothing first, and DELETE removes what POST made. */
export function createOperations(): Operation[] {
  return [...reading(), syncing(), ...writing()];
}

function reading(): Operation[] {
  return [
    {
      name: 'get',
      label: 'GET /Users/{id}',
      expect: 200,
      ceiling: 'select',
      script: (subject) => () => get(`/Users/${any(subject).id}`),
    },
    {
      name: 'userName',
      label: 'filter=userName eq',
      expect: 200,
      ceiling: 'select',
      script: (subject) => () => get(lookUp('userName', userNameOf(any(subject).number))),
    },
    {
      name: 'externalId',
      label: 'filter=externalId eq',
      expect: 200,
      ceiling: 'select',
      script: (subject) => () => get(lookUp('externalId', externalIdOf(any(subject).number))),
    },
    {
      name: 'page',
      label: `page of ${PAGE} in the middle`,
      expect: 200,
      ceiling: null,
      script: ({ ids }) => {
        const middle = Math.max(1, Math.floor(ids.length / 2 - PAGE / 2));
        return () => get(`/Users?startIndex=${middle}&count=${PAGE}`);
      },
    },
  ];
}

/** JumpCloud looks each user up by its name, and sends the whole of it again, though nothing changed. */
function syncing(): Operation {
  let turn = 0;
  return {
    name: 'sync',
    label: `hourly sync, ${SYNCED.toLocaleString('en')} unchanged`,
    expect: 200,
    ceiling: null,
    rehearsal: (subject) => sendAgain(subject, () => any(subject).number),
    script: (subject) => sendAgain(subject, () => (turn === SYNCED ? null : turn++ % subject.ids.length)),
  };
}

/** Each user by number: the look-up, and then the PUT. */
function sendAgain({ ids }: Subject, next: () => number | null): Script {
  let found: number | null = null;
  return () => {
    if (found !== null) {
      const request = put(ids[found] ?? '', bodyOf(found));
      found = null;
      return request;
    }
    found = next();
    return found === null ? null : get(lookUp('userName', userNameOf(found)));
  };
}

function writing(): Operation[] {
  let made = 0;
  let replaced = 0;
  let patched = 0;
  let half: number | null = null;
  return [
    {
      name: 'create',
      label: 'POST /Users',
      expect: 201,
      ceiling: 'insert',
      script:
        ({ ids }) =>
        () => ({ method: 'POST', path: '/Users', body: JSON.stringify(bodyOf(ids.length + made++)) }),
      onAnswer: (subject, { headers }) => subject.made.push(String(headers['location']).split('/').at(-1) ?? ''),
    },
    {
      name: 'replace',
      label: 'PUT /Users/{id}',
      expect: 200,
      ceiling: 'insert',
      script: (subject) => () => {
        const { id, number } = any(subject);
        return put(id, bodyOf(number, { title: `Captain ${replaced++}` }));
      },
    },
    {
      name: 'patch',
      label: 'PATCH active',
      expect: 200,
      ceiling: 'insert',
      script:
        ({ ids }) =>
        () => {
          // Everybody in turn, suspended and then back, so that each one is a change.
          const turn = patched++;
          const value = Math.floor(turn / ids.length) % 2 === 1;
          const body = { schemas: [PATCH_OP], Operations: [{ op: 'replace', path: 'active', value }] };
          return { method: 'PATCH', path: `/Users/${ids[turn % ids.length] ?? ''}`, body: JSON.stringify(body) };
        },
    },
    {
      name: 'delete',
      label: 'DELETE /Users/{id}',
      expect: 204,
      ceiling: 'insert',
      rehearsal: ({ made }) => removal(made, (half ??= made.length >> 1)),
      script: ({ made }) => removal(made, 0),
    },
  ];
}

/** Removes users until so many are left. */
function removal(made: string[], left: number): Script {
  return () => {
    const id = made.length > left ? made.pop() : undefined;
    return id === undefined ? null : { method: 'DELETE', path: `/Users/${id}` };
  };
}

function any({ ids }: Subject): { id: string; number: number } {
  const number = Math.floor(Math.random() * ids.length);
  return { id: ids[number] ?? '', number };
}

const get = (path: string): Request => ({ method: 'GET', path });
const put = (id: string, body: object): Request => ({
  method: 'PUT',
  path: `/Users/${id}`,
  body: JSON.stringify(body),
});
const lookUp = (name: string, value: string): string =>
  `/Users?filter=${encodeURIComponent(`${name} eq ${JSON.stringify(value)}`)}`;
