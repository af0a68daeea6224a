import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServerPortrait } from '@myriad/mysql';
import { comparePortraits } from './compare-portraits.ts';
import { packPortrait, unpackPortrait } from './pack-portrait.ts';

const none = { ok: false, refused: 'not read' } as const;
const empty: ServerPortrait = {
  ...{ variables: none, ownPrivileges: none, plugins: none, engines: none, binlogFilters: none, dumpThreads: none },
  ...{ groupMembers: none, accounts: none, emptyPasswords: none, schemaGrants: none, schemas: none },
  contents: { tables: none, columns: none, indexes: none, skipped: [] },
  ...{ nonTransactional: none, events: none, tls: none, managed: null, readAt: 1, tookMilliseconds: 1 },
};
const variables = (value: Record<string, string>): ServerPortrait => ({ ...empty, variables: { ok: true, value } });
const schemas = (names: readonly string[], more?: true): ServerPortrait => ({
  ...empty,
  schemas: {
    ok: true,
    value: names.map((name) => ({ name, characterSet: 'utf8mb4', collation: 'utf8mb4_bin', tables: 1 })),
    ...(more ? { more } : {}),
  },
});

test('a parameter that differs is history, what moves by itself is not', () => {
  const before = variables({ max_connections: '100', gtid_executed: 'a:1-5', timestamp: '1', old: 'x' });
  const after = variables({ max_connections: '200', gtid_executed: 'a:1-9', timestamp: '2', new: 'y\u202e' });
  assert.deepEqual(comparePortraits(before, after), [
    { part: 'parameter', name: 'max_connections', before: '100', after: '200' },
    { part: 'parameter', name: 'old', before: 'x', after: null },
    { part: 'parameter', name: 'new', before: null, after: 'y\ufffd' },
  ]);
});

test('a part that was refused or cut says nothing about what is gone', () => {
  assert.deepEqual(comparePortraits(schemas(['a', 'b']), schemas(['a'])), [
    { part: 'schema', name: 'b', before: 'utf8mb4_bin', after: null },
  ]);
  assert.deepEqual(comparePortraits(schemas(['a', 'b']), empty), []);
  assert.deepEqual(comparePortraits(schemas(['a', 'b'], true), schemas(['a'])), []);
  assert.deepEqual(comparePortraits(empty, schemas(['a'])), []);
});

test('a server that lies does not fill the history', () => {
  const many = (prefix: string) =>
    variables(Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`${prefix}${n}`, 'x'])));
  assert.equal(comparePortraits(many('a'), many('b')).length, 1000);
});

test('what is packed is small, and the same again', async () => {
  const glance = { versionText: '8.4.3' } as never; // only carried
  const portrait = variables(Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`variable_${n}`, 'OFF'])));
  const packed = await packPortrait({ glance, portrait });
  assert.ok(packed.length < JSON.stringify(portrait).length / 4, String(packed.length));
  assert.deepEqual(await unpackPortrait(packed), { glance, portrait });
});
