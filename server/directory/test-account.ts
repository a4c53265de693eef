import { isJsonObject } from '../../shared/scim/json.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import { domainOf, TEST_USER_DOMAIN } from '../../shared/setup/domains.ts';
import type { CompanyScope, GroupRecord, TestKind } from './record.ts';

const TEST_GROUP_NAMES = ['group-name', 'new-group-name'];

/** Whether an address was issued by a setup session of the company. */
export type IsTestAddress = (companyId: string, address: string) => Promise<boolean>;

/**
 * What makes a new account JumpCloud's test user: an address that a setup session issued, JumpCloud's own domain (unless
 * the company's people are on it), or the placeholder names of its body.
 */
export async function testKindOf(
  company: CompanyScope,
  resource: JsonObject,
  isTestAddress: IsTestAddress,
): Promise<TestKind> {
  if (hasPlaceholderNames(resource) && resource['displayName'] === 'displayname') return 'placeholder';
  return (await hasTestAddress(company, resource, isTestAddress)) ? 'address' : null;
}

/** The same after a change: a placeholder that was given a person's names is an ordinary account from then on. */
export async function testKindAfter(
  company: CompanyScope,
  before: TestKind,
  resource: JsonObject,
  isTestAddress: IsTestAddress,
): Promise<TestKind> {
  if (before === 'placeholder' && hasPlaceholderNames(resource)) return 'placeholder';
  return (await hasTestAddress(company, resource, isTestAddress)) ? 'address' : null;
}

function hasPlaceholderNames({ name }: JsonObject): boolean {
  return isJsonObject(name) && name['givenName'] === 'firstname' && name['familyName'] === 'lastname';
}

async function hasTestAddress(
  company: CompanyScope,
  { userName }: JsonObject,
  isTestAddress: IsTestAddress,
): Promise<boolean> {
  if (typeof userName !== 'string') return false;
  const isJumpCloudsOwn = domainOf(userName) === TEST_USER_DOMAIN;
  if (isJumpCloudsOwn && company.primaryDomain.toLowerCase() !== TEST_USER_DOMAIN) return true;
  return isTestAddress(company.id, userName);
}

/** Whether a group looks like JumpCloud's test group; an existing one must also have no ordinary member. */
export function looksLikeTestGroup(group: Pick<GroupRecord, 'displayName' | 'externalId'>): boolean {
  return group.externalId === null && TEST_GROUP_NAMES.includes(group.displayName);
}
