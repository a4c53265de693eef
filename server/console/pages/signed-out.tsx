import { CopyValue } from '../components/copy.tsx';
import { Logo } from '../components/logo.tsx';
import { useTexts } from '../texts.ts';

/** For whoever is not signed in: there are only one-time links, and this is how to get one. */
export function SignedOut() {
  const { console: texts } = useTexts();
  const own = texts.signedOut;
  return (
    <main class="bare">
      <Logo />
      <section class="card">
        <h1>{own.title}</h1>
        <p class="lead">{own.lead}</p>
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
