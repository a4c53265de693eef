import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CompanyResource } from '../../shared/api/companies.ts';
import type { Crumb } from './components/page.tsx';
import { useSignIn } from './sign-in.ts';
import { useTexts } from './texts.ts';

/** The company whose pages are open, and how to load it again after a change. */
export type CompanyHandle = { company: CompanyResource; reload: () => void };

export const CompanyContext = createContext<CompanyHandle | null>(null);

/**
 * The company whose pages are open.
 * @throws Error outside a company's pages, which is a fault of the program.
 */
export function useCompany(): CompanyHandle {
  const handle = useContext(CompanyContext);
  if (!handle) throw new Error('useCompany needs a page of a company.');
  return handle;
}

/** Where a company's page stands, in the article's words: Admin Settings > My Company > … */
export function useCompanyCrumbs(...more: Crumb[]): Crumb[] {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const me = useSignIn();
  const first: Crumb =
    me.person.role === 'support'
      ? { label: texts.nav.companies, to: { page: 'companies' } }
      : { label: texts.nav.adminSettings };
  const name = me.person.role === 'support' ? company.name : texts.nav.myCompany;
  return [first, { label: name, to: { page: 'company', companyId: company.id } }, ...more];
}
