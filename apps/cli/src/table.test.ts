import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutTo, displayWidth } from './display-width.ts';
import { tableOf } from './table.ts';

const columns = [
  { title: { en: 'NAME', zh: '名称' }, of: (row: { name: string; lag?: number }) => row.name },
  { title: { en: 'LAG', zh: '延迟' }, of: (row: { name: string; lag?: number }) => row.lag, number: true },
];

test('columns line up where Chinese stands two columns wide; numbers stand right; nothing known is a dash', () => {
  const text = tableOf(columns, [{ name: '订单库', lag: 7 }, { name: 'db', lag: 120 }, { name: 'x' }], 'zh');
  assert.equal(text, '名称    延迟\n订单库     7\ndb       120\nx          -\n');
});

test('a name from outside cannot steer the terminal', () => {
  const text = tableOf(columns, [{ name: 'a\u001b[2Jb\nc' }], 'en');
  assert.deepEqual([text.includes('\u001b'), text.includes('b\nc')], [false, false]);
});

test('text is cut by columns, not by characters', () => {
  assert.equal(displayWidth('主库 ok'), 7);
  assert.equal(cutTo('主库主库', 5), '主库…');
  assert.equal(cutTo('主库', 4), '主库');
});
