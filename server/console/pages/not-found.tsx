import { Empty } from '../components/states.tsx';
import { Link } from '../components/link.tsx';
import { useTexts } from '../texts.ts';

/** An address that names nothing. */
export function NotFoundPage() {
  const { console: texts } = useTexts();
  return (
    <Empty title={texts.failure.notFoundTitle} lead={texts.failure.notFound}>
      <Link to={{ page: 'home' }}>{texts.failure.toStart}</Link>
    </Empty>
  );
}
