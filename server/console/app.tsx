import { useEffect, useMemo } from 'preact/hooks';
import { keepFocus } from '../../shared/ui/keep-focus.ts';
import { api } from './api/calls.ts';
import { Failed, Loading } from './components/states.tsx';
import { useResource } from './hooks/use-resource.ts';
import { parseRoute, useLocation } from './router.ts';
import { SetupByLink } from './pages/setup-by-link.tsx';
import { SignedIn } from './pages/signed-in.tsx';
import { SignedOut } from './pages/signed-out.tsx';

/** The whole console: the page behind a setup link needs no sign-in, every other one does. */
export function App() {
  const { pathname } = useLocation();
  const route = useMemo(() => parseRoute(pathname), [pathname]);
  useEffect(() => keepFocus(document.body), []);
  if (route.page === 'setup-by-link') return <SetupByLink key={route.token} token={route.token} />;
  return <WithSignIn route={route} />;
}

function WithSignIn({ route }: { route: ReturnType<typeof parseRoute> }) {
  const { resource, reload } = useResource('me', api.me);
  if (resource.state === 'ready') return <SignedIn route={route} me={resource.value} onSignedOut={reload} />;
  if (resource.state === 'failed' && resource.error.status === 401) return <SignedOut />;
  return (
    <main class="bare">
      {resource.state === 'failed' ? <Failed error={resource.error} retry={reload} /> : <Loading />}
    </main>
  );
}
