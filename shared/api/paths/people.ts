import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  invitePersonSchema,
  meSchema,
  personListSchema,
  signInLinkSchema,
  signInListSchema,
  signInOptionsSchema,
  signOutSchema,
  updatePersonSchema,
} from '../people.ts';
import { COMPANY, operation } from './operation.ts';

type Members = {
  base: string;
  whose: string;
  path: string[];
  access: 'person' | 'support';
  invitedBy: 'admin' | 'support';
};

/** The people of a company, or of support: the same operations at both. */
function members({ base, whose, path, access, invitedBy }: Members): ZodOpenApiPathsObject {
  const told = { area: 'People', access };
  const person = [...path, 'person'];
  return {
    [base]: {
      get: operation({ ...told, summary: `Who may sign in: ${whose}`, path, answer: personListSchema }),
      post: operation({
        ...told,
        access: invitedBy,
        summary: 'Invite somebody; the answer is the only one that holds the sign-in link',
        path,
        body: invitePersonSchema,
        status: '201',
        answer: signInLinkSchema,
      }),
    },
    [`${base}/{person}`]: {
      patch: operation({
        ...told,
        summary: 'Disable a person, which ends their sign-ins at once, or enable them again',
        path: person,
        body: updatePersonSchema,
      }),
      delete: operation({ ...told, summary: 'Remove a person', path: person }),
    },
    [`${base}/{person}/sign-in-link`]: {
      post: operation({
        ...told,
        access: invitedBy,
        summary: 'Make a new one-time sign-in link',
        path: person,
        status: '201',
        answer: signInLinkSchema,
      }),
    },
  };
}

/** Operations of signing in, and this description itself. */
export const peoplePaths: ZodOpenApiPathsObject = {
  '/api/openapi.json': {
    get: operation({ area: 'Documentation', summary: 'This document', access: 'public', answer: 'document' }),
  },
  '/api/me': { get: operation({ area: 'Sign-in', summary: 'Who is signed in', answer: meSchema }) },
  '/api/sign-out': {
    post: operation({ area: 'Sign-in', summary: 'End this sign-in, or every one of the person', body: signOutSchema }),
  },
  '/api/sign-in-options': {
    get: operation({
      area: 'Sign-in',
      summary: 'How one can sign in besides by a link',
      access: 'public',
      answer: signInOptionsSchema,
    }),
  },
  '/api/sign-ins': {
    get: operation({ area: 'Sign-in', summary: 'Where one is signed in, newest first', answer: signInListSchema }),
  },
  '/api/sign-ins/{signIn}': {
    delete: operation({ area: 'Sign-in', summary: 'End one of the own sign-ins at once', path: ['signIn'] }),
  },
  ...members({
    base: `${COMPANY}/people`,
    whose: 'the admins of a company',
    path: ['company'],
    access: 'person',
    invitedBy: 'admin',
  }),
  ...members({ base: '/api/people', whose: 'support', path: [], access: 'support', invitedBy: 'support' }),
};
