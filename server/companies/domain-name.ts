import { domainToASCII } from 'node:url';
import { ANY_DOMAIN } from '../../shared/setup/domains.ts';
import { DomainError } from '../errors.ts';

const LONGEST = 253;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * A domain as people type it, in the form that is kept: lower case, ASCII.
 * @throws DomainError 400 that says what is wrong with it.
 */
export function domainName(text: string): string {
  const typed = text.trim().toLowerCase();
  if (typed.includes('@')) throw refused(text, `is an address; give only what follows the @`);
  if (/[/:]/.test(typed)) throw refused(text, 'is a web address; give only the domain, such as example.com');
  const name = domainToASCII(typed);
  const labels = name.split('.');
  if (name && labels.length < 2) throw refused(text, 'has no ending such as .com');
  const wellFormed =
    name.length <= LONGEST && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
  if (!wellFormed) throw refused(text, 'is no domain; give one such as example.com');
  return name;
}

/** A secondary domain: a domain, or `*` for any userName at all. */
export function secondaryDomain(text: string): string {
  return text.trim() === ANY_DOMAIN ? ANY_DOMAIN : domainName(text);
}

function refused(text: string, why: string): DomainError {
  return new DomainError(400, `"${text}" ${why}.`, { reason: 'invalid' });
}
