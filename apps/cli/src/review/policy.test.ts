import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myriad-policy-'));
  await mkdir(join(folder, 'shop/old/deep'), { recursive: true });
  await writeFile(
    join(folder, 'shop/.myriad-review.yaml'),
    `gate: { minScore: 100 }
rules: { dml-no-where: { grade: E } }
environments: { staging: { gate: { minScore: 0 } } }
suppressions:
  - { rule: dml-no-where, path: 'old/**', owner: li, reason: reload, expires: '2999-01-31' }
  - { rule: dml-no-where, path: 'gone/**', owner: wu, reason: reload, expires: '2020-01-31' }
`,
  );
  await writeFile(join(folder, 'shop/a.sql'), 'delete from t;\n');
  await writeFile(join(folder, 'shop/old/deep/b.sql'), 'delete from t;\n');
  await writeFile(join(folder, 'bad.yaml'), 'rules:\n  dml-no-were: off\n');
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

interface Row {
  readonly findings: readonly { rule: string; grade: string }[];
  readonly suppressed: readonly { rule: string; by: string; reason: string }[];
}
const rowsOf = (out: string): readonly Row[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('the policy above a file gives grades and the gate, and lets go what stands under a path', async () => {
  const { code, out, err } = await myriad('review', 'shop', '--format', 'json');
  assert.equal(code, 1);
  const [a, b] = rowsOf(out);
  assert.ok(a?.findings.some(({ rule, grade }) => rule === 'dml-no-where' && grade === 'E'));
  assert.deepEqual(
    b?.suppressed.map(({ rule, by, reason }) => [rule, by, reason]),
    [['dml-no-where', 'policy', 'reload (li, 2999-01-31)']],
  );
  assert.match(err, /expired on 2020-01-31.*dml-no-where \(gone\/\*\*, owner wu\)/);
  assert.equal((await myriad('review', 'shop', '--environment', 'staging')).code, 0);
  assert.match((await myriad('review', 'shop', '--environment', 'stagin')).err, /no environment stagin.*staging/);
});

test('a baseline is written, then what stands in it blocks nobody wherever it moved', async () => {
  const file = join(folder, 'shop/a.sql');
  const asked = ['review', 'shop', '--baseline', 'known.json'];
  assert.equal((await myriad(...asked)).code, 2, 'there is none yet');
  const written = await myriad(...asked, '--write-baseline');
  assert.deepEqual([written.code, /written to .*known\.json/.test(written.out)], [0, true]);
  const before = await readFile(file, 'utf8');
  await writeFile(file, `\n-- a line more\n${before}`);
  const known = await myriad(...asked);
  assert.equal(known.code, 0, known.out);
  assert.match(known.out, /in the baseline: \d/);
  await writeFile(file, `${before}delete from t;\n`);
  assert.equal((await myriad(...asked)).code, 1);
  await writeFile(file, before);
});

test('a policy that cannot be believed says the file and the line, and nothing is reviewed', async () => {
  const { code, out, err } = await myriad('review', 'shop', '--policy', 'bad.yaml', '--lang', 'en');
  assert.deepEqual([code, out], [2, '']);
  assert.match(err, /bad\.yaml:2: dml-no-were is no rule/);
});

test('audit with files is a review; audit with its own verbs is the log of who did what', async () => {
  const asReview = await myriad('audit', 'shop', '--format', 'json');
  assert.deepEqual([asReview.code, rowsOf(asReview.out).length], [1, 2]);
  assert.match((await myriad('audit', 'list', '--help')).out, /audit list/);
  assert.match((await myriad('audit', '--help')).out, /audit FILE…[\s\S]*list/);
});
