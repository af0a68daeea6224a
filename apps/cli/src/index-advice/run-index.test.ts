import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myriad-index-'));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write(
    'schema.sql',
    'create table visit (id int primary key, card int not null, seen int not null) engine=InnoDB;',
  );
  await write('seldom.sql', 'select * from visit where card = 5;\n');
  await write('often.jsonl', '{"sql": "select *\\nfrom visit where seen = 7;", "executions": 900}\n\n');
  await write('bad.jsonl', '{"sql": 5}\n');
});
after(() => rm(folder, { recursive: true }));

function myriad(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const main = join(import.meta.dirname, '../main.ts');
  const env = { PATH: process.env.PATH, LANG: 'C', HOME: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], { cwd: folder, env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

const rowsOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('what runs more often is advised first, with its line and its rows', async () => {
  const asked = ['index', 'advise', 'seldom.sql', 'often.jsonl', '--schema', 'schema.sql'];
  const { code, out } = await myriad(...asked, '--format', 'json');
  assert.equal(code, 0);
  assert.deepEqual(
    rowsOf(out).map(({ advice: { index, serves, confidence } }) => [
      index,
      serves[0].source,
      serves[0].line,
      serves[0].executions,
      confidence,
    ]),
    [
      ['idx_seen', 'often.jsonl', 1, 900, 'schema'],
      ['idx_card', 'seldom.sql', 1, 1, 'schema'],
    ],
  );
  const text = await myriad(...asked, '--lang', 'zh');
  assert.match(text.out, /索引建议：2 条[\s\S]*CREATE INDEX `idx_seen`[\s\S]*×900/);
});

test('a review gives advice only where it is asked for, behind its own lines', async () => {
  const asked = ['review', 'seldom.sql', '--schema', 'schema.sql', '--format', 'json'];
  assert.deepEqual(
    rowsOf((await myriad(...asked)).out).map((row) => Object.keys(row)[0]),
    ['file'],
  );
  const rows = rowsOf((await myriad(...asked, '--advise')).out);
  assert.deepEqual(
    rows.map((row) => Object.keys(row)[0]),
    ['file', 'advice'],
  );
  const other = await myriad('review', 'seldom.sql', '--format', 'sarif', '--advise');
  assert.deepEqual([other.code, other.out], [2, '']);
});

test('what the line lacks or holds too much of is said, and nothing is done', async () => {
  for (const [words, said] of [
    [['drop'], /no myriad index drop/],
    [['advise'], /no statements/],
    [['advise', 'seldom.sql', '--prove'], /--prove/],
    [['advise', 'bad.jsonl'], /bad\.jsonl:1 must be like/],
    [['advise', 'seldom.sql', '--format', 'sarif'], /text or json/],
  ] as const) {
    const { code, out, err } = await myriad('index', ...words);
    assert.deepEqual([code, out], [2, ''], words.join(' '));
    assert.match(err, said);
  }
  assert.match((await myriad('index', '--help')).out, /--prove-on/);
});

test('a table nobody described is named instead of guessed at', async () => {
  const { code, out } = await myriad('index', 'advise', 'seldom.sql');
  assert.equal(code, 0);
  assert.match(out, /Index advice: 0[\s\S]*not known: visit/);
});
