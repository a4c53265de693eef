import { describe, expect, it } from 'vitest';
import { isDestructive } from '../../../extension/page/find/destructive.ts';
import { compileNames, createGate } from '../../../extension/page/find/names.ts';
import { normalise } from '../../../extension/page/find/text.ts';

describe('texts are compared', () => {
  it.each([
    ['  Base   URL *', 'base url'],
    ['Token Key:', 'token key'],
    ['+ Add New Application', 'add new application'],
    ['User Groups (3)', 'user groups'],
    ['Ｂａｓｅ ＵＲＬ', 'base url'],
    ['Clé de jeton', 'cle de jeton'],
    ['Actions ▾', 'actions'],
    ['グループ管理', 'グループ管理'],
  ])('%j as %j', (shown, compared) => expect(normalise(shown)).toBe(compared));

  it('by the whole name, its beginning or a part between word boundaries', () => {
    const names = compileNames({ words: ['Base URL'], exact: ['Endpoint'], weak: ['URL'], not: ['sso'] });
    expect(names.match('base url')).toBe('exact');
    expect(names.match('base url the root of the service')).toBe('prefix');
    expect(names.match('the base url')).toBe('contains');
    expect(names.match('database url')).toBeNull();
    expect(names.match('endpoint')).toBe('exact');
    expect(names.match('endpoint of logs')).toBeNull();
    expect(names.match('url')).toBe('weak');
    expect(names.rulesOut('sso base url')).toBe(true);
    expect(names.rulesOut('lasso')).toBe(false);
  });

  it('quickly: what the gate keeps out answers to no name', () => {
    const names = { words: ['Test Connection', '接続テスト'], exact: ['SSO'] };
    const gate = createGate([names]);
    expect(['test connection', 'please test connection', '接続テスト', 'sso'].every(gate)).toBe(true);
    expect(gate('engineering')).toBe(false);
  });
});

describe('a control that takes something away', () => {
  it.each(['Delete application', 'Deactivate SSO', 'Revoke key', 'Supprimer', 'Löschen', '削除'])(
    'is known by "%s"',
    (name) => expect(isDestructive(name)).toBe(true),
  );
  it.each(['Activate', 'Test Connection', 'Save', 'Show value'])('is not "%s"', (name) =>
    expect(isDestructive(name)).toBe(false),
  );
});
