import { DomainError } from '../errors.ts';

/** The weak ETag of a version (RFC 7644 section 3.14): the same in the header and in `meta.version`. */
export function etagOf(version: number | string): string {
  return `W/"${version}"`;
}

/** Whether a header names the version, or any; ETags are compared weakly (RFC 9110 section 8.8.3.2). */
function names(header: string, version: number): boolean {
  const wanted = opaque(etagOf(version));
  return header.split(',').some((tag) => tag.trim() === '*' || opaque(tag.trim()) === wanted);
}

function opaque(tag: string): string {
  return tag.replace(/^W\//i, '');
}

/** Throws 412 when the request was meant for another version (If-Match). */
export function requireMatch(header: string, version: number): void {
  if (header !== '' && !names(header, version)) throw changed(version, 'Read it again, then repeat.');
}

/** Throws 412 when the request was meant for any version but this one (If-None-Match on a write, RFC 9110 section 13.1.2). */
export function requireNoneMatch(header: string, version: number): void {
  if (isUnchanged(header, version)) throw changed(version, 'If-None-Match excludes that version.');
}

/** Whether the reader has this version already (If-None-Match). */
export function isUnchanged(header: string, version: number): boolean {
  return header !== '' && names(header, version);
}

function changed(version: number, whatToDo: string): DomainError {
  return new DomainError(412, `The resource is at version ${etagOf(version)} now. ${whatToDo}`, { reason: 'invalid' });
}
