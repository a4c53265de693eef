import { isJsonObject, isSameJson } from '../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../shared/scim/json.ts';
import { domainOf } from '../../shared/setup/domains.ts';

/**
 * Gives an account without e-mails its userName as the primary work e-mail, which it cannot lose: JumpCloud's PUT carries
 * `"emails": null`. An e-mail without an address is none.
 */
export function withLoginEmail(resource: JsonObject): JsonObject {
  const { emails, ...rest } = resource;
  const given = Array.isArray(emails) ? emails : [];
  const real = given.filter(hasAddress);
  if (real.length > 0) return real.length === given.length ? resource : { ...resource, emails: real };
  const derived = derivedEmails(resource);
  if (derived) return { ...resource, emails: derived };
  return emails === undefined ? resource : rest;
}

function hasAddress(email: Json): boolean {
  return isJsonObject(email) && typeof email['value'] === 'string' && email['value'].trim() !== '';
}

/** After a PATCH that renamed the account and left its e-mails alone: those that came from the old userName follow the new one. */
export function withEmailsFollowing(before: JsonObject, after: JsonObject): JsonObject {
  const untouched = isSameJson(before['emails'], after['emails']);
  const wereDerived = isSameJson(before['emails'], derivedEmails(before));
  if (!untouched || !wereDerived || before['userName'] === after['userName']) return after;
  const renamed = { ...after };
  delete renamed['emails'];
  return renamed;
}

function derivedEmails({ userName }: JsonObject): JsonObject[] | undefined {
  if (typeof userName !== 'string' || domainOf(userName) === null) return undefined;
  return [{ value: userName, type: 'work', primary: true }];
}
