/** Filters that are answered by an index, on each database, however many users and groups a company has. */
export const INDEXED_USER_FILTERS = [
  'userName eq "a"',
  'externalId eq "a"',
  'displayName eq "a"',
  'userName sw "a"',
  'id eq "a"',
  'emails.value eq "a"',
  'emails eq "a"',
  'emails[type eq "work" and value eq "a"]',
  'groups.value eq "a"',
  'groups[value eq "a"]',
  'userName eq "a" and active eq true',
  'active eq true and title co "x" and externalId eq "a"',
  'userName eq "a" or externalId eq "b"',
  'userName eq "a" or userName eq "b" or userName eq "c"',
  'userName eq "a" or emails.value eq "b" or externalId eq "c"',
  '(userName eq "a" and active eq true) or (externalId eq "b" and not (active eq true))',
  'active eq true and (userName eq "a" or emails[value sw "b"])',
  'userName eq "a" or (externalId eq "b" or displayName eq "c")',
];

export const INDEXED_GROUP_FILTERS = [
  'displayName eq "a"',
  'externalId eq "a" or displayName eq "b"',
  'members.value eq "a"',
  'id eq "a" and members[value eq "b"]',
  'members[value eq "a"] or displayName sw "b"',
];
