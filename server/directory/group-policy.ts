import { DomainError } from '../errors.ts';
import type { CompanyScope } from './record.ts';

/**
 * Holds a company to its own wish to keep groups out. JumpCloud's test group is always taken, since JumpCloud tries it even
 * where group management is off. Throws 403.
 */
export function requireGroupManagement(company: CompanyScope, isTestGroup: boolean): void {
  if (isTestGroup || company.settings.groupManagement === 'accept') return;
  const detail =
    'This company does not take groups. Turn group management off in JumpCloud, or have the company’s admin allow groups ' +
    'under Settings in the console.';
  throw new DomainError(403, detail, { reason: 'groups-off' });
}
