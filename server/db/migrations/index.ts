import { companies } from './001-companies.ts';
import { keys } from './002-keys.ts';
import { directory } from './003-directory.ts';
import { activity } from './004-activity.ts';
import { setup } from './005-setup.ts';
import { people } from './006-people.ts';
import { domainRequests } from './007-domain-requests.ts';
import { audit } from './008-audit.ts';
import { guidance } from './009-guidance.ts';
import { console } from './010-console.ts';
import { setupFlow } from './011-setup-flow.ts';
import { disabledPeople } from './012-disabled-people.ts';
import { signInList } from './013-sign-in-list.ts';
import { deletions } from './014-deletions.ts';
import { bulkParts } from './015-bulk-parts.ts';
import { userHistory } from './016-user-history.ts';
import { emailsFollow } from './017-emails-follow.ts';
import { fewerIndexes } from './018-fewer-indexes.ts';
import { callShapes } from './019-call-shapes.ts';
import { peopleOnce } from './020-people-once.ts';
import { longIds } from './021-long-ids.ts';
import { storedBatches } from './022-stored-batches.ts';
import { keyLifetimes } from './023-key-lifetimes.ts';
import { refusedStatus } from './024-refused-status.ts';
import { announcedDeletions } from './025-announced-deletions.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, in order. A new one is a file beside this one and a line at the end. */
export const migrations: readonly Migration[] = [
  companies,
  keys,
  directory,
  activity,
  setup,
  people,
  domainRequests,
  audit,
  guidance,
  console,
  setupFlow,
  disabledPeople,
  signInList,
  deletions,
  bulkParts,
  userHistory,
  emailsFollow,
  fewerIndexes,
  callShapes,
  peopleOnce,
  longIds,
  storedBatches,
  keyLifetimes,
  refusedStatus,
  announcedDeletions,
];
