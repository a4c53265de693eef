import type { Attribute } from './schema/attribute.ts';
import { GROUP_TYPE } from './schema/group.ts';
import { USER_TYPE } from './schema/user.ts';

/** Words of the messages and of filters, which no schema lists. */
const PROTOCOL_WORDS =
  'schemas Operations op path value add remove replace eq ne co sw ew gt ge lt le pr and or not true false null ' +
  'filter sortBy sortOrder ascending descending startIndex count cursor attributes excludedAttributes ' +
  'method bulkId data version failOnErrors status detail scimType totalResults itemsPerPage Resources password';

const KNOWN = new Set([...PROTOCOL_WORDS.split(' '), ...namesOf(USER_TYPE), ...namesOf(GROUP_TYPE)].map(folded));

/** What stands for everything that could be somebody's. */
const LEFT_OUT = '…';
const TOKEN = /"(?:[^"\\]|\\.)*"?|[A-Za-z$][\w$:.-]*|[()[\],=.]|\s+|[^\s()[\],=".]+/g;

/** A name as it is, when the protocol or a schema knows it, dotted and with its URN too; else what stands for it. */
export function knownName(name: string): string {
  const colon = /^urn:/i.test(name) ? name.lastIndexOf(':') : -1;
  if (KNOWN.has(folded(name))) return name;
  if (colon > 0 && !KNOWN.has(folded(name.slice(0, colon)))) return LEFT_OUT;
  return name
    .slice(colon + 1)
    .split('.')
    .every((part) => KNOWN.has(folded(part)))
    ? name
    : LEFT_OUT;
}

/** A filter or a path without its values: `userName eq "…"`. */
export function withoutValues(expression: string): string {
  return (expression.match(TOKEN) ?? [])
    .map((token) => {
      if (/^\s+$/.test(token)) return ' ';
      if (token.startsWith('"')) return `"${LEFT_OUT}"`;
      return /^[()[\],=.]$/.test(token) ? token : knownName(token);
    })
    .join('');
}

function namesOf({ core, extensions, common }: typeof USER_TYPE): string[] {
  const schemas = [core, ...extensions];
  return [...schemas.map(({ id }) => id), ...allNames([...common, ...schemas.flatMap(({ attributes }) => attributes)])];
}

function allNames(attributes: readonly Attribute[]): string[] {
  return attributes.flatMap(({ name, subAttributes }) => [name, ...allNames(subAttributes)]);
}

function folded(name: string): string {
  return name.toLowerCase();
}
