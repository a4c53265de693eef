import type { Knex } from 'knex';
import type { DomainRequest, DomainRequestState } from '../../shared/setup/domain-request.ts';
import { withAlong } from '../db/along.ts';
import type { Along, Database } from '../db/database.ts';
import { translating } from '../db/translating.ts';

type Row = {
  company_id: string;
  domain: string;
  state: DomainRequestState;
  asked_by: string;
  asked_at: string;
  decided_at: string | null;
  reason: string | null;
};

/** A request that waits for support, with the company that it is of. */
export type WaitingRequest = {
  company: { id: string; name: string; primaryDomain: string };
  domain: string;
  askedBy: string;
  askedAt: string;
};

const MOST_WAITING = 500;

export type DomainRequestStore = ReturnType<typeof createDomainRequestStore>;

/** SQL of requests to allow a domain. */
export function createDomainRequestStore(db: Database) {
  const { read } = db;
  return translating({
    /** Newest first. */
    async list(companyId: string): Promise<DomainRequest[]> {
      const rows = await read<Row>('domain_requests').where({ company_id: companyId }).orderBy('asked_at', 'desc');
      return rows.map(requestOf);
    },

    /** Puts a request in place of an earlier decision; one that still waits stays as it is. */
    async ask(companyId: string, domain: string, askedBy: string, at: string, along: Along): Promise<void> {
      const asked = { state: 'asked', asked_by: askedBy, asked_at: at, decided_at: null, reason: null } as const;
      await withAlong(db, along, (tx) =>
        tx<Row>('domain_requests')
          .insert({ company_id: companyId, domain, ...asked })
          .onConflict(['company_id', 'domain'])
          .merge(asked)
          .where('domain_requests.state', '<>', 'asked'),
      );
    },

    /** False when no request for that domain waits. */
    async decline(companyId: string, domain: string, reason: string, at: string, along: Along): Promise<boolean> {
      const declined = { state: 'declined', decided_at: at, reason } as const;
      return withAlong(db, along, async (tx) => {
        const waiting = tx<Row>('domain_requests').where({ company_id: companyId, domain, state: 'asked' });
        return (await waiting.update(declined)) === 1;
      });
    },

    /** Every request that waits, oldest first. */
    async waiting(): Promise<WaitingRequest[]> {
      const rows = await read('domain_requests')
        .join('companies', 'companies.id', 'domain_requests.company_id')
        .where('domain_requests.state', 'asked')
        .orderBy('domain_requests.asked_at')
        .limit(MOST_WAITING)
        .select<(Row & { name: string; primary_domain: string })[]>(
          'domain_requests.*',
          'companies.name',
          'companies.primary_domain',
        );
      return rows.map((row) => ({
        company: { id: row.company_id, name: row.name, primaryDomain: row.primary_domain },
        domain: row.domain,
        askedBy: row.asked_by,
        askedAt: row.asked_at,
      }));
    },
  });
}

/** Settles the request for a domain that has just been allowed, whoever allowed it and however. */
export async function settleRequest(knex: Knex, companyId: string, domain: string, at: string): Promise<void> {
  await knex<Row>('domain_requests')
    .where({ company_id: companyId, domain })
    .whereNot('state', 'allowed')
    .update({ state: 'allowed', decided_at: at, reason: null });
}

function requestOf(row: Row): DomainRequest {
  const { domain, state, reason } = row;
  return { domain, state, askedAt: row.asked_at, decidedAt: row.decided_at, reason };
}
