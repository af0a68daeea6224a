import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myriad-review-'));
  await mkdir(join(folder, 'sql/deep'), { recursive: true });
  await mkdir(join(folder, 'empty'));
  await writeFile(join(folder, 'clean.sql'), 'select id from t where id = 1;\n');
  await writeFile(join(folder, 'sql/a.sql'), '\ndelete\nfrom t;\nselec 1;\n');
  await writeFile(join(folder, 'sql/deep/b.sql'), 'delete from u; -- review:ignore dml-no-where a staging table\n');
  await writeFile(join(folder, 'sql/note.txt'), 'not sql');
  await writeFile(join(folder, 'binary.sql'), Buffer.from([1, 0, 2]));
  await writeFile(join(folder, 'gbk.sql'), Buffer.from([0xd6, 0xd0]));
  await writeFile(join(folder, 'schema.sql'), 'create table t (id bigint primary key, a varchar(20));\n');
});
after(() => rm(folder, { recursive: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function review(words: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const main = join(import.meta.dirname, '../main.ts');
    const child = spawn(process.execPath, [main, 'review', ...words], {
      cwd: folder,
      env: { PATH: process.env.PATH, LANG: 'C', HOME: folder },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

test('a clean file passes, and a statement from stdin is judged as one from a file', async () => {
  const clean = await review(['clean.sql', '--min-score', '100']);
  assert.deepEqual([clean.code, clean.err], [0, '']);
  assert.match(clean.out, /1 statement in 1 file, read as MySQL 8\.4\.10; lowest score 100\.[\s\S]*Passed\./);
  const piped = await review(['-', '--lang', 'zh'], 'delete from t');
  assert.equal(piped.code, 1);
  assert.match(piped.out, /-:1:\d+ {2}X 阻断/);
  assert.match(piped.out, /未通过：1 条有阻断问题。/);
  assert.ok(!piped.out.includes('\u001b'));
});

test('a folder is reviewed file by file, a JSON object for each statement', async () => {
  const { code, out, err } = await review(['sql', 'clean.sql', '--format', 'json', '--dialect', 'mysql-9.7']);
  assert.equal(code, 1);
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    rows.map(({ file, line, sql }) => [file, line, sql]),
    [
      ['sql/a.sql', 2, 'delete\nfrom t'],
      ['sql/a.sql', 4, 'selec 1'],
      ['sql/deep/b.sql', 1, 'delete from u'],
      ['clean.sql', 1, 'select id from t where id = 1'],
    ],
  );
  const [bad, unread, excused, clean] = rows;
  assert.ok(bad.score <= 20);
  assert.ok(
    bad.findings.some(({ rule, grade }: { rule: string; grade: string }) => rule === 'dml-no-where' && grade === 'X'),
  );
  for (const { start, end } of bad.findings) assert.ok(start >= 0 && start < end && end <= bad.sql.length);
  assert.deepEqual([unread.score, unread.findings[0].rule, unread.ddl], [null, 'statement-unparsable', null]);
  assert.deepEqual([excused.suppressed[0].rule, excused.suppressed[0].reason], ['dml-no-where', 'a staging table']);
  assert.deepEqual([clean.score, clean.findings], [100, []]);
  assert.match(err, /suppressed: 1; not reviewed: 1\./);
});

test('rules are left out, asked alone, and told the schema', async () => {
  const off = await review(['-', '--off', 'dml-no-where', '--format=json'], 'delete from t');
  assert.ok(!JSON.parse(off.out).findings.some(({ rule }: { rule: string }) => rule === 'dml-no-where'));
  const only = await review(['-', '--only', 'dml-no-where', '--format', 'json'], 'delete from t; select * from t');
  assert.deepEqual(
    only.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).findings.length),
    [1, 0],
  );
  const known = await review(['-', '--schema', 'schema.sql', '--format', 'json'], 'select b from t where id = 1');
  assert.notEqual(JSON.parse(known.out).score, 100);
});

test('a score asked for is met or not', async () => {
  const text = 'select * from t where id = 1';
  assert.equal((await review(['-', '--min-score', '0'], text)).code, 0);
  assert.equal((await review(['-', '--min-score', '100'], text)).code, 1);
});

test('what could not be told never passed', { skip: process.platform !== 'linux' }, async () => {
  await using full = await open('/dev/full', 'w');
  const main = join(import.meta.dirname, '../main.ts');
  const child = spawn(process.execPath, [main, 'review', 'clean.sql', '--lang', 'en'], {
    cwd: folder,
    stdio: ['ignore', full.fd, 'pipe'],
  });
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(code, 1);
  assert.match(err, /could not be written \(ENOSPC\)/);
});

for (const [words, says] of [
  [['missing.sql'], /missing\.sql.*ENOENT.*Check/],
  [['binary.sql'], /binary\.sql.*binary.*UTF-8/],
  [['gbk.sql'], /gbk\.sql is not UTF-8.*iconv/],
  [['empty'], /no \*\.sql file in empty/],
  [['clean.sql', '--dialect', 'mysql-4'], /mysql-4.*mysql-8\.4/],
  [['clean.sql', '--format', 'xml'], /xml.*sarif/],
  [['clean.sql', '--off', 'no-where'], /no-where.*dml-no-where/],
  [['clean.sql', '--min-score', '101'], /101.*0 to 100/],
  [['clean.sql', '--min-score=-1'], /-1.*0 to 100/],
  [['clean.sql', '--schema', 'clean.sql'], /CREATE TABLE/],
  [['clean.sql', '--colour'], /--colour.*--help/],
  [['clean.sql', '--dialect'], /--dialect needs a value/],
  [[], /Nothing to review/],
] as const)
  test(`wrong input says what to do: ${words.join(' ') || 'nothing'}`, async () => {
    const { code, out, err } = await review(words);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, says);
  });
