import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkFrom, linksTo, pageOfRow } from './row-links.ts';

const table = (name: string, columns: string, key = ['id']) => ({
  name,
  key,
  columns: columns.split(' ').map((column) => ({ name: column })),
});
const host = table('host', 'id name zone');
const instance = table('instance', 'id host_id package_id');
const fact = table('fact', 'entity entity_id name value', ['entity', 'entity_id', 'name']);
const zone = table('zone', 'name region', ['name']);
const tables = [host, instance, fact, zone, table('server_package', 'id version')];

test('a value leads to the row it names', () => {
  assert.deepEqual(linkFrom(instance, 'host_id', { host_id: 'h"1' }, tables), { table: 'host', where: 'id = "h\\"1"' });
  assert.deepEqual(linkFrom(instance, 'package_id', { package_id: 'p' }, tables)?.table, 'server_package');
  assert.deepEqual(linkFrom(fact, 'entity_id', { entity: 'host', entity_id: 'h' }, tables)?.table, 'host');
  assert.equal(linkFrom(fact, 'entity_id', { entity: 'planet', entity_id: 'h' }, tables), undefined);
  assert.deepEqual(linkFrom(host, 'zone', { zone: 'a' }, tables), { table: 'zone', where: 'name = "a"' });
  assert.equal(linkFrom(instance, 'host_id', { host_id: null }, tables), undefined);
  assert.equal(linkFrom(host, 'name', { name: 'x' }, tables), undefined);
});

test('a row knows which tables may speak of it', () => {
  assert.deepEqual(linksTo(host, { id: 'h' }, tables), [
    { table: 'instance', where: 'host_id = "h"' },
    { table: 'fact', where: 'entity = "host" and entity_id = "h"' },
  ]);
  assert.deepEqual(linksTo(zone, { name: 'a' }, tables), [{ table: 'host', where: 'zone = "a"' }]);
  assert.deepEqual(linksTo(fact, {}, tables), []);
});

test('things have a page of their own', () => {
  assert.equal(pageOfRow('cluster', { id: 'c' }), '/clusters/c');
  assert.equal(pageOfRow('fact', { id: 'c' }), undefined);
});
