import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareParameters } from './compare-parameters.ts';
import { findLines, gradeOf, timeIn } from './find-lines.ts';
import { optionsIn } from './read-option-files.ts';
import { refusalWords } from './refusal-words.ts';
import { sameValue } from './same-value.ts';
import { shown } from './shown-text.ts';
import { viewParameters } from './view-parameters.ts';

test('one value written in two ways is the same value', () => {
  for (const [one, other] of [
    ['ON', '1'],
    ['1G', '1073741824'],
    ['STRICT_TRANS_TABLES,NO_ZERO_DATE', 'no_zero_date,strict_trans_tables'],
    ['/data/', '/data'],
    ['10.000000', '10.0'],
  ] as const)
    assert.equal(sameValue(one, other), true, `${one} ${other}`);
  for (const [one, other] of [
    ['ON', 'OFF'],
    ['1G', '1M'],
    ['', '0'],
  ] as const)
    assert.equal(sameValue(one, other), false, `${one} ${other}`);
});

test('only what differs is shown, and what differs between any two servers is marked', () => {
  const one = new Map([
    ['max_connections', '100'],
    ['server_id', '1'],
    ['old_mode', 'ON'],
    ['same', '1G'],
  ]);
  const other = new Map([
    ['max_connections', '200'],
    ['server_id', '2'],
    ['same', '1073741824'],
  ]);
  assert.deepEqual(compareParameters(one, other), {
    same: 1,
    items: [
      { name: 'max_connections', one: '100', other: '200', natural: false },
      { name: 'old_mode', one: 'ON', other: null, natural: false },
      { name: 'server_id', one: '1', other: '2', natural: true },
    ],
  });
});

test('an option file is read as this server reads it', () => {
  const text =
    '[mysqld]\nmax-connections=5\nloose_x = 1\nskip-name-resolve\n[mysqld-8.4]\ny=2\n[mysqld-5.7]\nz=3\n[client]\nport=1\n';
  assert.deepEqual(optionsIn(text, { flavor: 'mysql', version: '8.4.3' }), [
    ['max_connections', '5'],
    ['x', '1'],
    ['skip_name_resolve', 'ON'],
    ['y', '2'],
  ]);
  assert.deepEqual(optionsIn('\u0000 nonsense = before any section', { flavor: 'mysql', version: '8.4.3' }), []);
});

test('what the next start would change stands beside the running value; what was persisted wins over the file', () => {
  const given = (persisted: Record<string, string>, file: Record<string, string>, fixed: Record<string, string> = {}) =>
    viewParameters({
      ...{ running: { a: '1', b: '2' }, recorded: new Map(Object.entries(fixed)), origins: [], persisted },
      files: { files: ['my.cnf'], values: new Map(Object.entries(file)) },
    }).map(({ name, differs }) => `${name} ${differs ?? '-'}`);
  assert.deepEqual(given({}, { a: '9', b: '2' }), ['a from-file', 'b -']);
  assert.deepEqual(given({ a: '1', b: '3' }, { a: '9' }), ['a -', 'b from-persisted']);
  assert.deepEqual(given({ a: '8' }, {}, { a: '7' }), ['a from-record', 'b -']);
});

test('lines are found by text and grade, the newest of them in their order', () => {
  const lines = [
    '2026-11-22T10:00:00.123456Z 0 [System] [MY-1] [Server] ready for connections',
    '2026-11-22 10:00:01 0 [Warning] Aborted connection 5',
    '2026-11-22T10:00:02Z 0 [ERROR] [MY-2] [Repl] Disk <b>full</b>',
    '10:00:03 UTC - mysqld got signal 11 ;',
  ];
  assert.deepEqual(lines.map(gradeOf), ['other', 'warning', 'error', 'error']);
  assert.deepEqual(lines.map(timeIn), [
    Date.UTC(2026, 10, 22, 10, 0, 0, 123),
    undefined,
    Date.UTC(2026, 10, 22, 10, 0, 2),
    undefined,
  ]);
  assert.deepEqual(findLines(lines, { grade: 'warning', limit: 2 }), { lines: lines.slice(2), looked: 4, found: 3 });
  assert.deepEqual(findLines(lines, { grade: 'all', text: 'DISK <', limit: 9 }).lines, [lines[2]]);
  assert.deepEqual(findLines(lines, { grade: 'all', text: '.*', limit: 9 }).found, 0);
});

test('a server’s text is one harmless line, whatever it holds', () => {
  assert.equal(shown('select\n\t1 -- \u202eevil\u0000'), 'select 1 -- \ufffdevil\ufffd');
  assert.equal(shown('x'.repeat(5000), 10).length, 11);
  assert.equal(shown('\ud800broken'), '\ufffdbroken');
});

test('a refusal says in both languages whether it is a right that lacks, a setting, or the server', () => {
  const denied = refusalWords({ ok: false, refused: "SELECT command denied to user 'x'", errno: 1142 });
  assert.match(denied.en, /may not see/);
  assert.match(denied.zh, /无权查看/);
  assert.match(refusalWords({ ok: false, refused: 'performance_schema is off on this server' }).zh, /未开启/);
  assert.match(refusalWords({ ok: false, refused: 'Lost\nit\u202e' }).en, /“Lost it\ufffd”/);
});
