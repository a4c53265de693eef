import { type Command, Option } from 'commander';
import { OPERATOR } from '../audit/audit-log.ts';
import type { Role } from '../../shared/api/people.ts';
import { FLOWS, type Flow } from '../../shared/setup/steps.ts';
import { isOffered, type Target, TARGETS } from '../../shared/setup/targets.ts';
import { duration } from './arguments.ts';
import type { Answer, Run } from './context.ts';
import { table } from './table.ts';

const COMPANY = 'its id or its primary domain';
const NOT_OFFERED = ` (refused so far: ${TARGETS.filter((target) => !isOffered(target)).join(', ')})`;
const ROLES = ['admin', 'support'] as const satisfies readonly Role[];

/** `setup-link …` and `person …`: what is handed to people. */
export function addPeopleCommands(program: Command, run: Run): void {
  addSetupLinkCommands(program, run);
  program
    .command('person')
    .description('who may sign in to the console')
    .command('invite')
    .description('print a one-time sign-in link')
    .argument('<email>')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
    .option('--company <company>', `the company of an admin: ${COMPANY}`)
    .action((email: string, { role, company }: { role: Role; company?: string }, command: Command) => {
      if (role === 'admin' && company === undefined) command.error('error: --role admin needs --company');
      if (role === 'support' && company !== undefined) command.error('error: --role support takes no --company');
      return run(async ({ people, companies, audit }) => {
        const companyId = company === undefined ? null : (await companies.find(company)).id;
        return ofLink(
          await people.invite(email, role, companyId, () =>
            companyId === null ? [] : audit.along(companyId, OPERATOR, { action: 'person-invited', subject: email }),
          ),
        );
      });
    });
}

function addSetupLinkCommands(program: Command, run: Run): void {
  const link = program.command('setup-link').description('links that open the guided setup of a company');
  link
    .command('create')
    .description('print a new setup link')
    .argument('<company>', COMPANY)
    .option('--expires <duration>', 'how long it works (default: 3d)', duration)
    .addOption(
      new Option('--target <target>', `where the key comes from${NOT_OFFERED}`).choices(TARGETS).default('server'),
    )
    .addOption(new Option('--flow <flow>', 'what it leads through').choices(FLOWS).default('setup'))
    .action((company: string, { expires, target, flow }: { expires?: number; target: Target; flow: Flow }) =>
      run(async ({ companies, setup, audit }) => {
        const { id } = await companies.find(company);
        const wanted = { target, flow, ...(expires === undefined ? {} : { expiresInMs: expires }) };
        return ofLink(
          await setup.sessions.createLink(id, wanted, (subject) =>
            audit.along(id, OPERATOR, { action: 'setup-link-created', subject, detail: target }),
          ),
        );
      }),
    );
  link
    .command('list')
    .description('the setup links of a company')
    .argument('<company>', COMPANY)
    .action((company: string) =>
      run(async ({ companies, setup }) => {
        const links = await setup.sessions.list((await companies.find(company)).id);
        return ofLinks(
          links.map(({ id, target, flow, createdAt, expiresAt, revokedAt, browsers }) => {
            return { id, target, flow, createdAt, expiresAt, revokedAt, browsers };
          }),
        );
      }),
    );
  link
    .command('revoke')
    .description('end a setup link and every browser connected by it')
    .argument('<company>', COMPANY)
    .argument('<link>', 'its id, or the link itself')
    .action((company: string, unwanted: string) =>
      run(async ({ companies, setup, audit }) => {
        const { id } = await companies.find(company);
        await setup.sessions.revokeLink(id, unwanted, (subject) =>
          audit.along(id, OPERATOR, { action: 'setup-link-revoked', subject }),
        );
        return { text: 'Revoked the setup link.', json: { revoked: true } };
      }),
    );
}

type LinkRow = {
  id: string;
  target: Target;
  flow: Flow;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  browsers: number;
};

function ofLink({ url, expiresAt }: { url: string; expiresAt: string }): Answer {
  return { text: url, json: { url, expiresAt } };
}

function ofLinks(setupLinks: LinkRow[]): Answer {
  const rows = setupLinks.map(({ id, target, flow, expiresAt, revokedAt, browsers }) => [
    id,
    flow,
    target,
    revokedAt ? `revoked ${revokedAt}` : `until ${expiresAt}`,
    browsers,
  ]);
  const none = 'This company has no setup link. Make one with: setup-link create';
  return { text: table(['ID', 'FLOW', 'TARGET', 'WORKS', 'BROWSERS'], rows, none), json: { setupLinks } };
}
