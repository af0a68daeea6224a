import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginLook, parseVersion, type SqlRow, type SqlRunner } from '../index.ts';
import { readUse } from './read-use.ts';

const counted: SqlRow = { schema: 'shop', table: 'visit', name: null, reads_counted: '7', writes_counted: 2 };

function server(version: string, answers: Readonly<Record<string, readonly SqlRow[]>> = {}) {
  const sent: string[] = [];
  const sql: SqlRunner = {
    query: async (text) => {
      sent.push(text);
      const known = { 'SELECT (SELECT COUNT(*)': [{ instrument: 1, consumer: 1, excluded: 0 }], ...answers };
      return Object.entries(known).find(([part]) => text.includes(part))?.[1] ?? [];
    },
  };
  return { sent, look: beginLook(sql, parseVersion(version), { limits: { mostTables: 100, mostIndexes: 2 } }) };
}

const known = (
  variables: Readonly<Record<string, string>>,
  own: readonly string[] = [],
  tables: number | null = 3,
) => ({
  variables: { ok: true, value: variables } as const,
  ownPrivileges: { ok: true, value: own } as const,
  schemas: { ok: true, value: [{ name: 'shop', characterSet: '', collation: '', tables }] } as const,
});
const on = known({ performance_schema: 'ON' });

test('what was used is read in memory, bounded; what is not listed was not used', async () => {
  const { look, sent } = server('8.4.3', { by_index_usage: [counted] });
  assert.deepEqual((await readUse(look, on)).value, [
    { schema: 'shop', table: 'visit', index: '', reads: 7, writes: 2 },
  ]);
  assert.equal(sent.length, 3);
  assert.match(sent[2] ?? '', /COUNT_STAR > 0 LIMIT \?$/);
});

test('half a truth is no answer: off, left out, lost, too many', async () => {
  const settings = (row: SqlRow) => server('8.4.3', { 'SELECT (SELECT COUNT(*)': [row] }).look;
  await assert.rejects(readUse(settings({ instrument: 0, consumer: 1, excluded: 0 }), on), /is off/);
  await assert.rejects(readUse(settings({ instrument: 1, consumer: 0, excluded: 0 }), on), /is off/);
  await assert.rejects(readUse(settings({ instrument: 1, consumer: 1, excluded: 1 }), on), /leaves some tables out/);
  const lost = server('8.4.3', {
    index_stat_lost: [{ Variable_name: 'Performance_schema_index_stat_lost', Value: 4 }],
  });
  await assert.rejects(readUse(lost.look, on), /lost: Performance_schema_index_stat_lost/);
  const many = server('8.4.3', { by_index_usage: [counted, counted, counted] });
  await assert.rejects(readUse(many.look, on), /more than 2 counters/);
  await assert.rejects(readUse(server('8.4.3').look, known({})), /performance_schema is off/);
});

test('a server with many tables, or with uncounted ones, is not asked at all', async () => {
  for (const tables of [101, null]) {
    const { look, sent } = server('8.4.3');
    await assert.rejects(readUse(look, known({ performance_schema: 'ON' }, [], tables)), /more than 100 tables/);
    assert.deepEqual(sent, []);
  }
});

test('MariaDB counts with userstat, and is believed only where the account may read every table', async () => {
  const { look } = server('10.11.8-MariaDB', {
    INDEX_STATISTICS: [{ ...counted, name: 'by_day', reads_counted: 5, writes_counted: 0 }],
    TABLE_STATISTICS: [counted],
  });
  await assert.rejects(readUse(look, known({ performance_schema: 'OFF', userstat: 'OFF' }, ['SELECT'])), /userstat/);
  await assert.rejects(readUse(look, known({ userstat: 'ON' }, ['PROCESS'])), /only of tables the account may read/);
  const { value } = await readUse(look, known({ userstat: 'ON' }, ['SELECT']));
  assert.deepEqual(
    value.map(({ index, reads, writes }) => [index, reads, writes]),
    [
      ['by_day', 5, 0],
      ['', 2, 2],
    ],
  );
});
