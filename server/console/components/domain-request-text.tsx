import { TEST_USER_DOMAIN } from '../../../shared/setup/domains.ts';
import { domainRequest } from '../../../shared/texts/problem-texts-en.ts';
import { useTexts } from '../texts.ts';
import { CopyValue } from './copy.tsx';

/** The prepared text for Dialpad's own request form, in English: that is what Dialpad Support reads. */
export function DomainRequestText({ company }: { company: { name: string; primaryDomain: string } }) {
  const { values } = useTexts().setupPage;
  return (
    <>
      <p class="hint">{values.requestHint}</p>
      <CopyValue label={values.request} value={domainRequest(company, { domain: TEST_USER_DOMAIN })} long />
    </>
  );
}
