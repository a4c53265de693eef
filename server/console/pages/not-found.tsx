import { Page } from '../components/page.tsx';
import { Link } from '../components/link.tsx';
import { useTexts } from '../texts.ts';

/** An address that names nothing. */
export function NotFoundPage() {
  const { common } = useTexts();
  return (
    <Page title={common.failure.notFoundTitle} lead={common.failure.notFound}>
      <Link to={{ page: 'home' }}>{common.failure.toStart}</Link>
    </Page>
  );
}
