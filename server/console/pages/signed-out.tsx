import { api } from '../api/calls.ts';
import { CopyValue } from '../components/copy.tsx';
import { Logo } from '../components/logo.tsx';
import { useResource } from '../hooks/use-resource.ts';
import { useTitle } from '../hooks/use-title.ts';
import { useTexts } from '../texts.ts';

/** For whoever is not signed in: how to get a one-time link, and the way by a company account where there is one. */
export function SignedOut() {
  const { console: texts } = useTexts();
  const own = texts.signedOut;
  const { resource } = useResource('sign-in-options', api.signInOptions);
  const byCompany = resource.state === 'ready' && resource.value.oidc;
  const title = byCompany ? own.titleWithCompany : own.title;
  useTitle(title);
  // Not before it is known what to offer: words that change while one reads them are worse than a moment's wait.
  if (resource.state === 'loading') return <main class="bare" />;
  return (
    <main class="bare">
      <Logo />
      <section class="card">
        <h1>{title}</h1>
        <p class="lead">{byCompany ? own.leadWithCompany : own.lead}</p>
        {byCompany && (
          <p>
            <a class="button button-primary" href="/sign-in/oidc">
              {own.company}
            </a>
          </p>
        )}
        <ol class="plain-steps">
          {own.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <CopyValue label={own.commandLabel} value={own.command} />
        <p class="hint">{own.expired}</p>
        <p class="hint">{own.holdLink}</p>
      </section>
    </main>
  );
}
