import type { Command } from 'commander';
import type { Activity } from '../../shared/setup/activity.ts';
import { notFound } from '../errors.ts';
import type { UserOverview } from '../directory/accounts.ts';
import { rowCount } from './arguments.ts';
import type { Answer, Run } from './context.ts';
import { table } from './table.ts';

const COMPANY = 'its id or its primary domain';
const ROWS = 50;

/** `user …` and `activity`: what JumpCloud made and did. */
export function addRecordCommands(program: Command, run: Run): void {
  const user = program.command('user').description('accounts that JumpCloud provisioned');
  user
    .command('list')
    .description('the users of a company')
    .argument('<company>', COMPANY)
    .option('--include-test-users', "JumpCloud's test users too")
    .action((company: string, { includeTestUsers }: { includeTestUsers?: true }) =>
      run(async ({ companies, directory }) => {
        const { id } = await companies.find(company);
        return ofUsers(await directory.accounts.overview(id, includeTestUsers ? 'every' : 'ordinary'));
      }),
    );
  user
    .command('show')
    .description('one user')
    .argument('<company>', COMPANY)
    .argument('<userName>')
    .action((company: string, userName: string) =>
      run(async ({ companies, directory }) => {
        const found = await directory.accounts.show((await companies.find(company)).id, userName);
        if (!found) throw notFound(`User "${userName}"`);
        return ofUser(found);
      }),
    );
  program
    .command('activity')
    .description('the latest SCIM calls of a company')
    .argument('<company>', COMPANY)
    .option('--last <rows>', 'how many', rowCount, ROWS)
    .action((company: string, { last }: { last: number }) =>
      run(async ({ companies, activity }) => ofCalls(await activity.latest((await companies.find(company)).id, last))),
    );
}

function ofUsers(users: UserOverview[]): Answer {
  const rows = users.map((user) => [user.userName, user.displayName, stateOf(user), user.groups.join(', ')]);
  const text = table(['USER', 'NAME', 'STATE', 'GROUPS'], rows, 'This company has no users yet.');
  return { text, json: { users, total: users.length } };
}

function ofUser(user: UserOverview): Answer {
  const lines = [
    `${user.userName} (${user.id})`,
    `  name    ${user.displayName ?? '-'}`,
    `  state   ${stateOf(user)}`,
    `  groups  ${user.groups.join(', ') || 'none'}`,
  ];
  return { text: lines.join('\n'), json: user };
}

function stateOf({ active, testUser }: UserOverview): string {
  return `${active ? 'active' : 'suspended'}${testUser ? ', test user' : ''}`;
}

function ofCalls(calls: Activity[]): Answer {
  const rows = calls.map((call) => [
    call.time,
    call.method,
    call.route,
    call.status,
    call.kind,
    call.reason ?? call.scimType,
    `${call.durationMs} ms`,
  ]);
  const headings = ['TIME', 'METHOD', 'ROUTE', 'STATUS', 'WHAT', 'WHY', 'TOOK'];
  return { text: table(headings, rows, 'No SCIM call has arrived yet.'), json: { activity: calls.map(present) } };
}

function present({
  time,
  method,
  route,
  status,
  scimType,
  kind,
  keyLast4,
  durationMs,
  reason,
  domain,
}: Activity): object {
  return { time, method, route, status, scimType, kind, keyLast4, durationMs, reason, domain };
}
