import { readFileSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { startTestServer } from '../kit/start.ts';
import type { CompanyOptions, TestServer, TestServerOptions } from '../kit/start.ts';
import type { ScimAnswer, ScimClient } from '../kit/scim-client.ts';

export const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A company of its own with a client for its key. */
export type Tenant = { id: string; domain: string; key: string; scim: ScimClient };

/** One server for a file of tests; each test makes a company of its own. */
export function useServer(options: TestServerOptions = {}): {
  server: () => TestServer;
  tenant: (options?: CompanyOptions) => Promise<Tenant>;
} {
  let running: TestServer | undefined;
  beforeAll(async () => {
    running = await startTestServer({ ...options, env: { SCIM_RATE_LIMIT: '0', ...options.env } });
  });
  afterAll(async () => {
    await running?.close();
  });
  const server = (): TestServer => {
    if (!running) throw new Error('The server is not started.');
    return running;
  };
  return {
    server,
    async tenant(company) {
      const made = await server().company(company);
      return { ...made, scim: server().scim(made.key) };
    },
  };
}

/** A recorded body of JumpCloud, with neutral values. */
export function recorded(name: string): JsonObject {
  const file = new URL(`../../data/jumpcloud/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
}

/** JumpCloud's test user for an address. */
export function testUser(address: string): JsonObject {
  const emails = [{ value: address, type: 'work', primary: true }];
  return { ...recorded('test-user-create'), userName: address, emails };
}

/** An ordinary account. */
export function person(userName: string, more: JsonObject = {}): JsonObject {
  const [local = ''] = userName.split('@');
  const name = { givenName: local, familyName: 'Doe' };
  return { schemas: [CORE], userName, name, displayName: `${local} Doe`, active: true, ...more };
}

export function patchOf(...Operations: JsonObject[]): JsonObject {
  return { schemas: [PATCH_OP], Operations };
}

/** Creates a resource and gives its id. */
export async function created(scim: ScimClient, path: string, body: JsonObject): Promise<string> {
  const answer = await scim.post(path, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return idOf(answer);
}

export function idOf({ body, text }: ScimAnswer): string {
  if (typeof body.id !== 'string') throw new Error(`There is no id in ${text}`);
  return body.id;
}

export function resourcesOf({ body }: ScimAnswer): JsonObject[] {
  return body['Resources'] as JsonObject[];
}

export function memberIdsOf({ body }: ScimAnswer): string[] {
  return ((body['members'] ?? []) as { value: string }[]).map(({ value }) => value).sort();
}
