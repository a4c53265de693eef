import { Empty } from '../components/states.tsx';
import { Link } from '../components/link.tsx';
import { useTexts } from '../texts.ts';

/** An address that names nothing. */
export function NotFoundPage() {
  const { common } = useTexts();
  return (
    <Empty title={common.failure.notFoundTitle} lead={common.failure.notFound}>
      <Link to={{ page: 'home' }}>{common.failure.toStart}</Link>
    </Empty>
  );
}
