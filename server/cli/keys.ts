import type { Command } from 'commander';
import type { AuditAction } from '../../shared/audit.ts';
import { type AuditLog, OPERATOR } from '../audit/audit-log.ts';
import { type ApiKey, type CreatedKey, nameOf } from '../keys/keys.ts';
import { duration } from './arguments.ts';
import type { Answer, Run } from './context.ts';
import { table } from './table.ts';

const COMPANY = 'its id or its primary domain';
const DAY_MS = 86_400_000;

/** `key …` */
export function addKeyCommands(program: Command, run: Run): void {
  const key = program.command('key').description('API keys, which JumpCloud calls Token Key');
  key
    .command('create')
    .description('make a key and print it, this once')
    .argument('<company>', COMPANY)
    .requiredOption('--name <name>', 'what people call it')
    .option('--expires <duration>', 'how long it works, such as 90d (default: for good)', duration)
    .action((company: string, { name, expires }: { name: string; expires?: number }) =>
      run(async ({ companies, keys, audit }) => {
        const wanted = { name, createdBy: OPERATOR.by, expiresInMs: expires ?? null };
        const owner = await companies.find(company);
        return ofCreated(await keys.create(owner, wanted, named(audit, owner.id, 'key-created')));
      }),
    );
  key
    .command('list')
    .description('the keys of a company, without their secrets')
    .argument('<company>', COMPANY)
    .action((company: string) =>
      run(async ({ companies, keys }) => ofKeys(await keys.list((await companies.find(company)).id))),
    );
  key
    .command('revoke')
    .description('end a key at once')
    .argument('<company>', COMPANY)
    .argument('<key>', 'its id')
    .action((company: string, id: string) =>
      run(async ({ companies, keys, audit }) => {
        const owner = await companies.find(company);
        return ofRevoked(await keys.revoke(owner.id, id, named(audit, owner.id, 'key-revoked')));
      }),
    );
  key
    .command('rotate')
    .description('make a key like it and print it; the old one lives on for the overlap')
    .argument('<company>', COMPANY)
    .argument('<key>', 'its id')
    .option('--overlap <duration>', 'how long the old key still works (default: 24h)', duration, DAY_MS)
    .action((company: string, id: string, { overlap }: { overlap: number }) =>
      run(async ({ companies, keys, audit }) => {
        const owner = await companies.find(company);
        const along = named(audit, owner.id, 'key-rotated');
        return ofCreated(await keys.rotate(owner, id, { overlapMs: overlap, createdBy: OPERATOR.by }, along));
      }),
    );
}

/** What the audit log keeps: the key by its name, never the key. */
function named(audit: AuditLog, companyId: string, action: AuditAction) {
  return (key: ApiKey) => audit.along(companyId, OPERATOR, { action, subject: nameOf(key) });
}

/** The one place that prints a key: whoever asked for it sees it this once. */
function ofCreated({ key, secret }: CreatedKey): Answer {
  return { text: secret.reveal(), json: { id: key.id, key: secret.reveal() } };
}

function ofKeys(keys: ApiKey[]): Answer {
  const rows = keys.map((key) => [
    key.id,
    key.name,
    `dpk_…${key.last4}`,
    key.revokedAt ? `revoked ${key.revokedAt}` : key.expiresAt ? `until ${key.expiresAt}` : 'for good',
    key.lastUsedAt ?? 'never',
  ]);
  const none = 'This company has no API key. Make one with: key create';
  return { text: table(['ID', 'NAME', 'KEY', 'WORKS', 'LAST USED'], rows, none), json: { keys: keys.map(present) } };
}

function present({ id, name, last4, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }: ApiKey): object {
  return { id, name, last4, scopes, createdAt, expiresAt, lastUsedAt, revokedAt };
}

function ofRevoked(key: ApiKey): Answer {
  return { text: `Revoked "${key.name}" (dpk_…${key.last4}).`, json: present(key) };
}
