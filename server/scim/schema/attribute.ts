export type AttributeType =
  'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'reference' | 'binary' | 'complex';

/** One attribute, with every characteristic of RFC 7643 section 7 and where a filter finds its value. */
export type Attribute = {
  name: string;
  type: AttributeType;
  description: string;
  multiValued: boolean;
  required: boolean;
  caseExact: boolean;
  mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
  returned: 'always' | 'never' | 'default' | 'request';
  uniqueness: 'none' | 'server' | 'global';
  canonicalValues: readonly string[];
  referenceTypes: readonly string[];
  subAttributes: readonly Attribute[];
  /** Whether an absent value, `null` and `[]` unset it. What an account cannot lose is kept instead. */
  clearable: boolean;
  /** The column that a filter looks at; without one it looks into the search document. */
  column: string | null;
  /** The rows that a filter looks at, for lists that have a table of their own. */
  rows: ListRows | null;
};

/** The lists that live in a table of their own. */
export type ListRows = 'emails' | 'groups' | 'members';

export type Schema = { id: string; name: string; description: string; attributes: readonly Attribute[] };

export type ResourceType = {
  name: 'User' | 'Group';
  endpoint: '/Users' | '/Groups';
  description: string;
  core: Schema;
  extensions: readonly Schema[];
  /** What every resource has (RFC 7643 section 3.1) and no schema lists. */
  common: readonly Attribute[];
};

const ownAttributes = new WeakMap<ResourceType, readonly Attribute[]>();

/** The attributes that go by their names alone, without the URN of an extension. */
export function attributesOf(type: ResourceType): readonly Attribute[] {
  const known = ownAttributes.get(type) ?? [...type.common, ...type.core.attributes];
  ownAttributes.set(type, known);
  return known;
}

type Options = Partial<Omit<Attribute, 'name' | 'type' | 'description'>>;

function attribute(type: AttributeType, name: string, description: string, options: Options): Attribute {
  return {
    name,
    type,
    description,
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    canonicalValues: [],
    referenceTypes: [],
    subAttributes: [],
    clearable: options.required !== true,
    column: null,
    rows: null,
    ...options,
  };
}

export const text = (name: string, description: string, options: Options = {}): Attribute =>
  attribute('string', name, description, options);

export const flag = (name: string, description: string, options: Options = {}): Attribute =>
  attribute('boolean', name, description, options);

export const instant = (name: string, description: string, options: Options = {}): Attribute =>
  attribute('dateTime', name, description, { caseExact: true, ...options });

export const reference = (name: string, description: string, to: readonly string[], options: Options = {}): Attribute =>
  attribute('reference', name, description, { caseExact: true, referenceTypes: to, ...options });

export const binary = (name: string, description: string, options: Options = {}): Attribute =>
  attribute('binary', name, description, { caseExact: true, ...options });

export const complex = (
  name: string,
  description: string,
  subAttributes: readonly Attribute[],
  options: Options = {},
): Attribute => attribute('complex', name, description, { subAttributes, ...options });

/** A list of RFC 7643 section 2.4's shape: value, display, type and at most one primary. */
export function plural(
  name: string,
  description: string,
  value: Attribute,
  types: readonly string[],
  options: Options = {},
): Attribute {
  const parts = [
    value,
    text('display', 'A name for people.', { column: options.rows ? 'display' : null }),
    text('type', 'What it is for.', { canonicalValues: types, column: options.rows ? 'type' : null }),
    flag('primary', 'Whether it is the preferred one; at most one is.', { column: options.rows ? 'is_primary' : null }),
  ];
  return complex(name, description, parts, { multiValued: true, ...options });
}
