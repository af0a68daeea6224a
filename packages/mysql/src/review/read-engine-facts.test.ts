import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SqlRow } from '../sql-runner.ts';
import { parseVersion } from '../version.ts';
import { readFactsOfChanged } from './read-engine-facts.ts';

const tables = [
  { schema: undefined, name: 'Visit' },
  { schema: 'crm', name: 'card' },
];
const mysql = parseVersion('8.4.6', 'mysql');
const mariadb = parseVersion('10.11.14-MariaDB', 'mariadb');

/** A server that answers by the table a statement reads from; what is not listed takes too long. */
async function ask(version: typeof mysql, answers: Readonly<Record<string, readonly SqlRow[]>>) {
  const sent: string[] = [];
  const query = async (text: string) => {
    const from = /information_schema\.(\w+)/.exec(text)?.[1] ?? '';
    sent.push(from);
    const rows = answers[from];
    if (rows === undefined) throw Object.assign(new Error('too long'), { errno: 3024 });
    return rows;
  };
  return { facts: await readFactsOfChanged({ query }, version, tables, 'shop'), sent };
}

const few = { TABLES: [{ found: 12 }] };
const engine = [{ name: 'shop/visit', row_versions: '3', document_ids: '1' }];

test('the lists of the engine are read once for all changed tables', async () => {
  const children = [{ schema: 'shop', name: 'step' }];
  const { facts, sent } = await ask(mysql, { ...few, INNODB_TABLES: engine, REFERENTIAL_CONSTRAINTS: children });
  assert.deepEqual(sent, ['TABLES', 'INNODB_TABLES', 'REFERENTIAL_CONSTRAINTS']);
  assert.deepEqual(
    tables.map((table) => facts.engineOf(table)),
    [{ rowVersions: 3, hasHiddenDocumentId: true }, {}],
  );
  assert.deepEqual(facts.children, children);
});

test('they are not read where there are very many tables, or counting them takes too long', async () => {
  const many: Readonly<Record<string, readonly SqlRow[]>> = { TABLES: [{ found: 20_001 }] };
  for (const answers of [many, {}]) {
    assert.deepEqual((await ask(mariadb, answers)).sent, ['TABLES']);
    const { facts, sent } = await ask(mysql, { ...answers, REFERENTIAL_CONSTRAINTS: [] });
    assert.deepEqual(sent, ['TABLES', 'REFERENTIAL_CONSTRAINTS'], 'by an index of the dictionary');
    assert.deepEqual(facts.engineOf({ schema: 'shop', name: 'visit' }), {});
  }
});

test('after one that took too long none is walked', async () => {
  const { facts, sent } = await ask(mariadb, few);
  assert.deepEqual(sent, ['TABLES', 'INNODB_SYS_TABLES']);
  assert.deepEqual(facts.children, []);
});
