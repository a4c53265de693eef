import { DomainError } from '../errors.ts';

/** The weak ETag of a version (RFC 7644 section 3.14): the same in the header and in `meta.version`. */
export function etagOf(version: number): string {
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
  if (header === '' || names(header, version)) return;
  throw new DomainError(
    412,
    `The resource changed: it is at version ${etagOf(version)} now. Read it again, then repeat.`,
    {
      reason: 'invalid',
    },
  );
}

/** Whether the reader has this version already (If-None-Match). */
export function isUnchanged(header: string, version: number): boolean {
  return header !== '' && names(header, version);
}
