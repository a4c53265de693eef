import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useTitle } from '../hooks/use-title.ts';
import type { Route } from '../router.ts';
import { useTexts } from '../texts.ts';
import { Link } from './link.tsx';

/** A level above the page; one without a route is a heading of the navigation. */
export type Crumb = { label: string; to?: Route };

type PageProps = {
  title: string;
  lead?: string;
  crumbs?: Crumb[];
  /** Buttons beside the title. */
  actions?: ComponentChildren;
  children: ComponentChildren;
};

/** A page: where one is, its title, what it is for, its buttons and its content. The title takes the focus on arrival. */
export function Page({ title, lead, crumbs = [], actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [title]);
  return (
    <>
      {crumbs.length > 0 && <Breadcrumb crumbs={[...crumbs, { label: title }]} />}
      <header class="page-header">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}

function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const { console: texts } = useTexts();
  return (
    <nav class="breadcrumb" aria-label={texts.nav.breadcrumb}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={index} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
            {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
