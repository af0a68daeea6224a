import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titleFromName } from '../../../shared/format/title-from-name.ts';
import { defaultsOf, type FormSchema, fieldKindOf, prefillFrom, withoutEmpty } from './form-schema.ts';

const schema: FormSchema = {
  type: 'object',
  properties: {
    clusterId: { type: 'string' },
    force: { type: 'boolean', default: false },
    order: { enum: ['rolling', 'all'], default: 'rolling' },
    hosts: { type: 'array', items: { type: 'string' } },
    settings: { type: 'array', items: { type: 'string', maxLength: 1200 } },
    waitSeconds: { type: 'integer', minimum: 0 },
    fixed: { type: 'object', default: {}, properties: { pageSize: { type: 'integer', default: 16384 } } },
    port: { anyOf: [{ type: 'integer', default: 3306 }, { type: 'null' }] },
    mode: { oneOf: [{ const: 'a' }, { const: 'b' }] },
    odd: { anyOf: [{ type: 'string' }, { type: 'object' }] },
  },
};
const kindOf = (name: string) => fieldKindOf(schema.properties?.[name] ?? {});

test('every field of a schema is asked for by some control', () => {
  assert.deepEqual(
    Object.keys(schema.properties ?? {}).map((name) => [name, kindOf(name)]),
    [
      ['clusterId', 'text'],
      ['force', 'boolean'],
      ['order', 'choice'],
      ['hosts', 'list'],
      ['settings', 'list'],
      ['waitSeconds', 'number'],
      ['fixed', 'group'],
      ['port', 'number'],
      ['mode', 'choice'],
      ['odd', 'json'],
    ],
  );
});

test('a form begins with the defaults of its schema, at every depth', () => {
  assert.deepEqual(defaultsOf(schema), { force: false, order: 'rolling', fixed: { pageSize: 16384 }, port: 3306 });
});

test('the address fills fields by name and type, and nothing else', () => {
  const search = new URLSearchParams('clusterId=c-1&force=true&waitSeconds=30&hosts=a&hosts=b&evil=1');
  assert.deepEqual(prefillFrom(search, schema), { clusterId: 'c-1', force: true, waitSeconds: 30, hosts: ['a', 'b'] });
});

test('what was left empty is not sent', () => {
  assert.deepEqual(withoutEmpty({ a: '', b: undefined, c: { d: null, e: 0 }, f: [], g: false }), {
    c: { e: 0 },
    f: [],
    g: false,
  });
});

test('a name without a title is still read as words', () => {
  assert.equal(titleFromName('lowerCaseTableNames'), 'Lower case table names');
});
