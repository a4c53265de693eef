import { useTexts } from '../texts.ts';
import { CopyValue } from './copy.tsx';

/** How to get the extension, and that this page's own link is pasted into it. */
export function AssistantCard() {
  const { setupPage } = useTexts();
  const own = setupPage.assistant;
  return (
    <section class="card card-accent">
      <h2>{own.title}</h2>
      <p>{own.text}</p>
      <ol class="plain-steps">
        {own.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <CopyValue label={own.linkLabel} value={location.origin + location.pathname} />
    </section>
  );
}
