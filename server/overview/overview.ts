import type { CompanyOverview } from '../../shared/api/overview.ts';
import { attentionOf } from '../../shared/setup/attention.ts';
import { EVERY_CALL } from '../activity/activity-filter.ts';
import type { ActivityRecord } from '../activity/activity-record.ts';
import type { Company } from '../companies/companies.ts';
import type { UserOverviews } from '../directory/overview.ts';
import type { Keys } from '../keys/keys.ts';

type Deps = {
  activity: Pick<ActivityRecord, 'flush' | 'page' | 'hours' | 'tests'>;
  keys: Pick<Keys, 'list' | 'connections'>;
  users: Pick<UserOverviews, 'counts'>;
  now: () => Date;
};

const HOURS = 24;
const DAY_MS = 86_400_000;
/** An activation of last week is not what somebody looks at today. */
const TESTS_MS = 7 * DAY_MS;
const MOST_TESTS = 100;
const MOST_FAILURES = 1_000;

/** A company at a glance, from every area. Nothing here costs more for a company with more users or more calls. */
export function createCompanyOverview({ activity, keys, users, now }: Deps) {
  return async (company: Company): Promise<CompanyOverview> => {
    const at = now();
    const ago = (ms: number): string => new Date(at.getTime() - ms).toISOString();
    const failedOnes = { ...EVERY_CALL, outcome: 'failed' } as const;
    // Who looks after a change sees it.
    await activity.flush();
    const [connections, ownKeys, counts, hours, [lastCall = null], tests, failures] = await Promise.all([
      keys.connections([company.id]),
      keys.list(company.id),
      users.counts(company.id),
      activity.hours(company.id, HOURS),
      activity.page(company.id, EVERY_CALL, null, 1),
      activity.tests(company.id, ago(TESTS_MS), MOST_TESTS),
      activity.page(company.id, failedOnes, null, MOST_FAILURES),
    ]);
    const connection = connections.get(company.id) ?? { state: 'no-key', since: null, lastUsedAt: null };
    const attention = attentionOf({
      company,
      connection,
      keys: ownKeys,
      calls: failures.filter(({ time }) => time >= ago(DAY_MS)),
      tests,
      lastCallAt: lastCall?.time ?? connection.lastUsedAt,
      now: at.toISOString(),
    });
    return { connection, lastCall, users: counts, hours, attention };
  };
}

export type CompanyOverviews = ReturnType<typeof createCompanyOverview>;
