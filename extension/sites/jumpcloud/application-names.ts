/** What an application's name says that only speaks of Dialpad: a product beside it, or what came instead; without accents. */
const OTHER_SERVICES = [
  ...[
    'meetings?',
    'uberconference',
    'connector',
    'bookmark',
    'salesforce',
    'zendesk',
    'hubspot',
    'ringcentral',
    'aircall',
  ],
  ...[
    'not dialpad',
    'ex-dialpad',
    'ex dialpad',
    '(for|by|from) dialpad',
    'former',
    'formerly',
    'instead of',
    'migrated',
  ],
  ...['repla(ces?|ced|cing|cement)', 'remplace', 'ersetzt', 'ersatz', 'reemplaza', 'sustituye', 'pour dialpad'],
  ...['fur dialpad', 'para dialpad', 'zoom'],
];

/** What it says that is Dialpad, and yet not what a company's people use; whoever opens it all the same knows why. */
const SET_ASIDE = [
  ...['sandbox', 'staging', 'test', 'tests', 'demo', 'old', 'legacy', 'deprecated', 'retired', 'archived', 'obsolete'],
  ...['status', 'support portal', 'docs', 'webinar'],
  ...['do not use', 'unused', 'ancien', 'ancienne', 'ne pas utiliser', 'alt', 'alte', 'altes', 'veraltet'],
  ...['nicht (verwenden|benutzen)', 'prueba', 'pruebas', 'antiguo', 'antigua', 'obsoleto', 'no usar'],
];

function holdsAny(words: readonly string[]): string {
  return `\\b(${words.join('|')})\\b`;
}

/** A title that is the application's own. */
export const OWN_TITLE = new RegExp(`^(?!.*${holdsAny(OTHER_SERVICES)}).*dialpad`);

/** A row of another service, which is not opened. */
export const OTHER_ROW = new RegExp(holdsAny(OTHER_SERVICES));

/** A row that is not opened for being the only one with the word in it. */
export const ROW_SET_ASIDE = new RegExp(`${holdsAny(SET_ASIDE)}|旧|テスト|サンドボックス|使用しない`);
