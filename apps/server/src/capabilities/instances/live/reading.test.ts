import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareParameters } from './compare-parameters.ts';
import { findLines, gradeOf, timeIn } from './find-lines.ts';
import { optionsIn } from './read-option-files.ts';
import { refusalWords } from './refusal-words.ts';
import { shown } from './shown-text.ts';
import { viewParameters } from './view-parameters.ts';

test('only what differs is shown, and what differs between any two servers is marked', () => {
  const of = (entries: Readonly<Record<string, string>>) =>
    ({ flavor: 'mysql', values: new Map(Object.entries(entries)) }) as const;
  const tail = (hash: string) => `${'x'.repeat(980)}… [sha256 ${hash}, 2000 characters]`;
  const [one, other] = [
    of({
      max_connections: '100',
      server_id: '1',
      old_mode: 'ON',
      max_allowed_packet: '1G',
      init_connect: tail('0123456789abcdef'),
    }),
    of({
      max_connections: '200',
      server_id: '2',
      max_allowed_packet: '1073741824',
      init_connect: tail('fedcba9876543210'),
    }),
  ];
  const { same, items } = compareParameters(one, other);
  assert.equal(same, 1);
  assert.deepEqual(
    items.map(({ name, natural, tail }) => [name, natural, tail]),
    [
      ['init_connect', false, true],
      ['max_connections', false, undefined],
      ['old_mode', false, undefined],
      ['server_id', true, undefined],
    ],
  );
  assert.deepEqual(items[2], { name: 'old_mode', one: 'ON', other: null, natural: false });
  assert.match(items[0]?.one ?? '', /sha256 0123456789abcdef, 2000 characters/);
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
      ...{
        flavor: 'mysql' as const,
        running: { a: '1', b: '2' },
        recorded: new Map(Object.entries(fixed)),
        origins: [],
        persisted,
      },
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
