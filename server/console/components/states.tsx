import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api/client.ts';
import type { Resource } from '../hooks/use-resource.ts';
import { useTexts } from '../texts.ts';
import { Button } from './button.tsx';

/** The shape of what is coming, and the word for screen readers. */
export function Loading({ rows = 4 }: { rows?: number }) {
  const { common } = useTexts();
  return (
    <div class="loading" role="status">
      <span class="visually-hidden">{common.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="skeleton" aria-hidden="true" />
      ))}
    </div>
  );
}

type EmptyProps = { title: string; lead: string; children?: ComponentChildren };

/** Nothing is here yet: why, and what to do about it. */
export function Empty({ title, lead, children }: EmptyProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      <p>{lead}</p>
      {children && <div class="empty-actions">{children}</div>}
    </div>
  );
}

/** A whole view that could not be loaded. What is not there is not asked for again. */
export function Failed({ error, retry }: { error: ApiError; retry: () => void }) {
  const { common } = useTexts();
  const { title, text } = explain(error, common.failure);
  return (
    <div class="failed" role="alert">
      <p class="empty-title">{title}</p>
      <p>{text}</p>
      <div class="empty-actions">
        {error.status !== 404 && <Button onClick={retry}>{common.tryAgain}</Button>}
        <a href="/">{common.failure.toStart}</a>
      </div>
    </div>
  );
}

/** What came of a change that was refused, beside its button. */
export function ActionError({ error }: { error: ApiError }) {
  const { common } = useTexts();
  return (
    <p class="action-error" role="alert">
      {explain(error, common.failure).text}
    </p>
  );
}

type LoadedProps<T> = {
  resource: Resource<T>;
  retry: () => void;
  rows?: number;
  children: (value: T) => ComponentChildren;
};

/** Loading, failed, or the thing itself. */
export function Loaded<T>({ resource, retry, rows, children }: LoadedProps<T>) {
  if (resource.state === 'loading') return <Loading rows={rows} />;
  if (resource.state === 'failed') return <Failed error={resource.error} retry={retry} />;
  return <>{children(resource.value)}</>;
}

type FailureTexts = ReturnType<typeof useTexts>['common']['failure'];

function explain(error: ApiError, texts: FailureTexts): { title: string; text: string } {
  if (error.status === 0) return { title: texts.offlineTitle, text: texts.offline };
  if (error.status === 404) return { title: texts.notFoundTitle, text: error.detail ?? texts.notFound };
  return { title: texts.title, text: error.detail ?? texts.unexpected };
}
