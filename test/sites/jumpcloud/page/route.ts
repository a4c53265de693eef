import type { Store } from './model.ts';

/** Follows the hash. A link into one application does not route: it lands on Home, as in the real console. */
export function followHash(store: Store, titles: readonly string[]): void {
  const route = (): void => {
    const { place, applicationId } = store.get();
    const hash = location.hash.replace(/^#\/?/, '');
    if (place.name === 'application' && hash === `applications/${applicationId}/details`) return;
    const title = titles.find((name) => name.toLowerCase().replace(/\W+/g, '-') === hash);
    if (hash === 'applications')
      store.set({ place: { name: 'list', title: 'SSO Applications' }, listTop: 0, menuOpen: false });
    else if (title !== undefined) store.set({ place: { name: 'other', title }, menuOpen: false });
    else {
      store.set({ place: { name: 'home', title: 'Home' }, menuOpen: false });
      if (hash !== 'home') history.replaceState(null, '', '#/home');
    }
  };
  window.addEventListener('hashchange', route);
  route();
}
