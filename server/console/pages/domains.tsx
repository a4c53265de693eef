import { CompanyDomains } from '../components/company-domains.tsx';
import { Page } from '../components/page.tsx';
import { useCompanyCrumbs } from '../company.ts';
import { useTexts } from '../texts.ts';

/** The domains of a company's accounts, and what it asked support to allow. */
export function DomainsPage() {
  const { console: texts } = useTexts();
  const crumbs = useCompanyCrumbs();
  return (
    <Page title={texts.domainsPage.title} lead={texts.domainsPage.lead} crumbs={crumbs}>
      <div class="narrow">
        <CompanyDomains />
      </div>
    </Page>
  );
}
