import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseErrorLog, parseSlowLog } from './index.ts';

const cases = new URL('./cases/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, cases), 'utf8');

/** Times of servers that name no zone are of a host eight hours east of UTC. */
const options = { offsetMinutes: 480 };

/** A case: what is read in `<name>.log` stands in `<name>.expected.json`. */
for (const name of readdirSync(cases).filter((each) => each.endsWith('.log')))
  test(`${name} is read entry by entry`, () => {
    const parse = name.startsWith('slow') ? parseSlowLog : parseErrorLog;
    const found = parse(read(name), options).map(({ at, ...entry }) => ({
      at: at === null ? null : new Date(at).toISOString(),
      ...entry,
    }));
    assert.deepEqual(found, JSON.parse(read(name.replace(/log$/, 'expected.json'))));
  });

test('what is no log, or was made to hurt, is read in time and makes no entry of its own', () => {
  const hostile = [
    '\u0000'.repeat(100_000),
    'x'.repeat(3_000_000),
    '2026-99-99T99:99:99Z 0 [Note] no such day',
    `2026-11-22T18:40:00Z ${'['.repeat(50_000)}`,
    `# User@Host: ${'['.repeat(50_000)}`,
    '{'.repeat(50_000),
    '{ "time": 7, "msg": {} }',
    '# Time: \n# Time: \n# User@Host: \nSET timestamp=99999999999999999999;',
  ];
  const begun = performance.now();
  for (const parse of [parseErrorLog, parseSlowLog])
    for (const text of hostile)
      for (const entry of parse(`${text}\n${text}`, options))
        assert.ok(
          entry.text.length < 100_000 && (entry.at === null || Number.isFinite(entry.at)),
          entry.text.slice(0, 80),
        );
  assert.ok(performance.now() - begun < 5000, `${performance.now() - begun} ms`);
});
