import type { Filter } from '../../../shared/scim/filter.ts';
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json } from '../../../shared/scim/json.ts';
import { invalid } from '../../errors.ts';
import type { MemberChange } from '../../directory/record.ts';
import type { Operation } from './operations.ts';
import { requireStorable } from '../schema/value.ts';
import type { AttributeTarget } from './target.ts';

/**
 * What an operation does to a group's members, without reading them: JumpCloud repeats adds, and removes by a value list or
 * by a filter. Throws 400 invalidValue for what is no member, mutability for changing a part of a member.
 */
export function changeMembers(operation: Operation, target: AttributeTarget): MemberChange {
  const { op, value } = operation;
  if (target.sub) {
    throw invalid('mutability', `members.${target.sub.name} cannot be changed; remove the member and add another.`);
  }
  if (target.filter) {
    if (op === 'remove') return { kind: 'remove-matching', filter: target.filter };
    if (op === 'replace') return { kind: 'replace-matching', filter: target.filter, ids: memberIds(value ?? null) };
    return { kind: 'add', ids: [...idsOfFilter(target.filter), ...memberIds(value ?? null)] };
  }
  if (op === 'add') return { kind: 'add', ids: memberIds(value ?? null) };
  if (op === 'replace') return { kind: 'set', ids: memberIds(value ?? null) };
  if (value === undefined || value === null) return { kind: 'set', ids: [] };
  return { kind: 'remove', ids: memberIds(value) };
}

/** The ids in a list of members, each once; a single member stands for a list of one, a bare text for its id. */
export function memberIds(value: Json): string[] {
  if (value === null) return [];
  const list = Array.isArray(value) ? value : [value];
  return [...new Set(list.map(memberId))];
}

function memberId(member: Json, index: number): string {
  const id = isJsonObject(member) ? valueOf(member) : member;
  const path = `members[${index}].value`;
  if (typeof id !== 'string' || id === '') throw invalid('invalidValue', `${path} must be the id of a user.`);
  requireStorable(id, path);
  return id;
}

function valueOf(member: Record<string, Json>): Json {
  const key = Object.keys(member).find((name) => name.toLowerCase() === 'value');
  return key === undefined ? null : (member[key] ?? null);
}

function idsOfFilter(filter: Filter): string[] {
  const named = filter.kind === 'compare' && filter.operator === 'eq' && filter.path.name.toLowerCase() === 'value';
  return named && typeof filter.value === 'string' ? [filter.value] : [];
}
