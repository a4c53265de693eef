import type { Secret } from '../../shared/secret.ts';
import type { Companies } from '../companies/companies.ts';
import type { Along } from '../db/database.ts';
import { DomainError, notFound } from '../errors.ts';
import type { ApiKey, Keys } from '../keys/keys.ts';
import type { SetupSession, SetupStore } from './store.ts';

type Deps = { store: SetupStore; keys: Keys; companies: Companies };

/** The one key of a self-hosted session, which this server issues in Dialpad's place. */
export function createSessionKeys({ store, keys, companies }: Deps) {
  async function present(session: SetupSession): Promise<ApiKey | null> {
    const key = (await keys.list(session.companyId)).find(({ id }) => id === session.keyId);
    return key && key.revokedAt === null ? key : null;
  }

  return {
    /**
     * Issues the session's key. One that was never used is replaced: whoever asks again has lost it.
     * @throws DomainError 403 in a session whose key comes from elsewhere or whose company's plan has no SCIM, 409 when the
     *   session's key is in use.
     */
    async issue(session: SetupSession, name: string, along: Along): Promise<Secret> {
      if (session.target !== 'self-hosted') {
        throw new DomainError(403, 'In this session Dialpad issues the key: create it on the API Keys page.');
      }
      const company = await companies.byId(session.companyId);
      if (!company) throw notFound('Company');
      const old = await present(session);
      if (old?.lastUsedAt) throw inUse(old);
      const wanted = { name, createdBy: `setup link ${session.id}` };
      const { key, secret } = await keys.create(company, wanted, () => along);
      if (!(await store.replaceKey(company.id, session.id, session.keyId, key.id))) {
        await keys.revoke(company.id, key.id);
        throw new DomainError(
          409,
          'Another browser of this session created its key just now. Try again to replace it.',
        );
      }
      if (old) await keys.revoke(company.id, old.id);
      return secret;
    },
  };
}

function inUse(key: ApiKey): DomainError {
  return new DomainError(
    409,
    `The key of this session, "${key.name}" ending in ${key.last4}, is in use already and is not shown again. ` +
      'Use the value that you have, or have an admin revoke it under API Keys and try again.',
  );
}
