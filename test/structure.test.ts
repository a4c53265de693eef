import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** One import of a file: where it points (a path from the project's root, or a package's name), and whether only types. */
type Import = { target: string; typesOnly: boolean };

const AREAS_WITHOUT_RULES = new Set(['db', 'http', 'scim', 'console', 'cli']);

/** What a file of a wing may import, as patterns over project paths and package names. First matching row counts. */
const TABLE: { from: RegExp; may: RegExp[]; typesOf?: RegExp[] }[] = [
  { from: /^shared\/ui\//, may: [/^shared\//, /^preact(\/|$)/] },
  { from: /^shared\/api\//, may: [/^shared\/(?!ui\/)/, /^zod(-openapi)?$/] },
  { from: /^shared\//, may: [/^shared\/(?!ui\/|api\/)/, /^crc-32$/] },

  {
    from: /^server\/(app|main|rules|cli|prepare|start|start-card|stop-on-signal|fail|folders|build|compile)\.ts$|^server\/cli\//,
    may: [/^server\/(?!console\/)/, /^shared\//, /^pkg:/],
  },
  {
    from: /^server\/(config|config-forms|errors)\.ts$/,
    may: [/^server\/(config|config-forms|errors|db\/[^/]+)\.ts$/, /^shared\//, /^pkg:(?!knex|koa)/],
  },
  { from: /^server\/db\//, may: [/^server\/(db\/|errors\.ts|config\.ts|config-forms\.ts)/, /^shared\//, /^pkg:/] },
  {
    from: /^server\/http\//,
    may: [
      /^server\/http\//,
      /^server\/(keys|people|activity|companies|audit)\/(?!store|routes)/,
      /^server\/errors\.ts$/,
      /^shared\//,
      /^pkg:(?!knex)/,
    ],
    typesOf: [/^server\/(config|config-forms)\.ts$/, /^server\/db\/database\.ts$/],
  },
  {
    from: /^server\/scim\//,
    may: [
      /^server\/scim\//,
      /^server\/directory\/(?!store)/,
      /^server\/http\//,
      /^server\/errors\.ts$/,
      /^shared\//,
      /^pkg:(?!knex)/,
    ],
  },
  { from: /^server\/console\//, may: [/^server\/console\//, /^shared\//, /^pkg:(preact|vite|@preact|zod|d3-scale$)/] },
  {
    from: /^server\/directory\/store/,
    may: [
      /^server\/directory\//,
      /^server\/scim\/(filter|schema)/,
      /^server\/(db\/|errors\.ts)/,
      /^shared\//,
      /^pkg:(knex|node:)/,
    ],
  },
  {
    from: /^server\/[^/]+\/(store|.*-store)/,
    may: [/^server\/(db\/|errors\.ts)/, /^shared\//, /^pkg:(knex|node:)/, /^OWN\//],
  },
  {
    from: /^server\/[^/]+\/(routes|.*-routes)/,
    may: [/^OWN\/(?!store)/, /^server\/(http\/|errors\.ts)/, /^shared\//, /^pkg:(?!knex)/],
    typesOf: [/^server\/[^/]+\/(?!store|routes)/],
  },
  {
    from: /^server\/[^/]+\//,
    may: [
      /^OWN\//,
      /^server\/[^/]+\/(?!store|.*-store|routes)/,
      /^server\/errors\.ts$/,
      /^shared\//,
      /^pkg:(?!knex|koa)/,
    ],
    typesOf: [/^server\/db\/database\.ts$/],
  },

  { from: /^extension\/guide\//, may: [/^extension\/guide\//, /^shared\/(?!api\/|ui\/)/] },
  {
    from: /^extension\/sites\//,
    may: [/^extension\/sites\//, /^shared\/(?!api\/|ui\/)/],
    typesOf: [/^extension\/page\/find\//],
  },
  {
    from: /^extension\/page\//,
    may: [/^extension\/page\//, /^shared\/(?!api\/|ui\/)/, /^pkg:(dom-accessibility-api|@medv\/finder)$/],
  },
  {
    from: /^extension\/overlay\//,
    may: [/^extension\/overlay\//, /^shared\/(?!api\/)/, /^pkg:preact/],
    typesOf: [/^extension\/guide\//],
  },
  {
    from: /^extension\/background\//,
    may: [/^extension\/(background|guide|platform)\//, /^shared\/(?!ui\/)/],
    typesOf: [/^zod$/],
  },
  {
    from: /^extension\/platform\//,
    may: [/^extension\/platform\//, /^shared\/(?!ui\/)/, /^pkg:(wxt\/browser|webextension-polyfill|#i18n)$/],
  },
  {
    from: /^extension\/content\//,
    may: [/^extension\/(content|overlay|page|platform)\//, /^shared\/(?!api\/)/],
  },
  { from: /^extension\/entrypoints\//, may: [/^extension\//, /^shared\//, /^pkg:/] },
];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(shared|server|extension)\//.test(file) && !/\.d\.ts$|(^|\/)(vite|wxt)\.config\.ts$/.test(file));

describe('the house', () => {
  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it('keeps every import to the rooms that its file may enter', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((found) => !mayImport(file, found))
        .map((found) => `${file} -> ${found.target}${found.typesOnly ? ' (types)' : ''}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets nothing import a test or an entrypoint', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target.startsWith('test/') || isForeignEntrypoint(file, target))
        .map(({ target }) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has only the fixed names at its top level', () => {
    const top = execFileSync('git', ['ls-files', '--cached'], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
      .map((file) => file.split('/')[0] ?? '')
      .filter((name) => !name.startsWith('.'));
    expect([...new Set(top)].sort()).toEqual(
      [
        'README.md',
        'extension',
        'package-lock.json',
        'package.json',
        'server',
        'shared',
        'test',
        'tsconfig.json',
        'wxt.config.ts',
      ].sort(),
    );
  });

  it('keeps every file short enough to be about one thing', () => {
    const tooLong = files
      .filter((file) => !/\/(migrations|texts)\//.test(file))
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 300);
    expect(tooLong).toEqual([]);
  });
});

function mayImport(file: string, { target, typesOnly }: Import): boolean {
  const row = TABLE.find(({ from }) => from.test(file));
  if (!row) return false;
  const own = file.split('/').slice(0, 2).join('/');
  const isOwn = target.startsWith(`${own}/`) && !AREAS_WITHOUT_RULES.has(own.split('/')[1] ?? '');
  const names = [target, ...(isOwn ? [target.replace(own, 'OWN')] : [])];
  const allowed = (patterns: RegExp[]) =>
    patterns.some((pattern) => names.some((name) => pattern.test(name) || pattern.test(name.replace(/^pkg:/, ''))));
  return allowed(row.may) || (typesOnly && allowed(row.typesOf ?? []));
}

function isForeignEntrypoint(file: string, target: string): boolean {
  const entry = /^extension\/entrypoints\/([^/.]+)/;
  const own = entry.exec(file)?.[1];
  const other = entry.exec(target)?.[1];
  return other !== undefined && own !== other;
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    if (!specifier || !ts.isStringLiteral(specifier)) return [];
    return [{ target: resolve(file, specifier.text), typesOnly: isTypesOnly(statement) }];
  });
}

function isTypesOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

/** A relative import as a path from the root, with its query cut off; a package as `pkg:name`. */
function resolve(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return `pkg:${specifier}`;
  const path = normalize(join(dirname(file), specifier.replace(/\?.*$/, '')));
  return extname(path) ? path : `${path}/`;
}
