import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myriad-undo-'));
  await writeFile(
    join(folder, 'schema.sql'),
    'create table visit (id int primary key, card varchar(20)) engine=InnoDB;',
  );
  await writeFile(join(folder, 'change.sql'), "update visit set card = 'x' where id = 7;\nselect 1;\n");
});
after(() => rm(folder, { recursive: true }));

function undo(words: readonly string[], input = '') {
  const main = join(import.meta.dirname, '../main.ts');
  const env = { PATH: process.env.PATH, LANG: 'C', HOME: folder };
  const argv = [main, 'review', ...words, '--undo'];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: folder, env, input, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

test('what keeps and what puts back stands under its statement, in place of a review', () => {
  const { code, out } = undo(['change.sql', '--schema', 'schema.sql']);
  assert.equal(code, 0);
  assert.match(out, /^change\.sql:1 {2}update visit set card/);
  assert.match(out, /keep {2}SELECT `id`, `card` FROM visit WHERE id = 7 FOR UPDATE;/);
  assert.match(out, /put back {2}UPDATE `visit` SET `card` = :card WHERE `id` = :id;/);
  assert.match(out, /1 can be undone, 0 with loss, 0 cannot/);
});

test('what a mapper says stands at its element, with what it includes of others', async () => {
  const mapper = (namespace: string, body: string) => `<mapper namespace="${namespace}">\n${body}\n</mapper>\n`;
  await writeFile(join(folder, 'Where.xml'), mapper('a.Where', '<sql id="one">where id = #{id}</sql>'));
  const own = `<select id="s">select 1</select>\n\n<delete id="d">delete from visit <include refid="a.Where.one"/></delete>`;
  await writeFile(join(folder, 'Visit.xml'), mapper('a.Visit', own));
  const { code, out } = undo(['Visit.xml', '--schema', 'schema.sql']);
  assert.match(out, /^Visit\.xml:4 {2}delete from visit where id = \?/);
  assert.equal(code, 0, out);
});

test('what does not wholly come back fails, each statement an object, also from stdin', () => {
  const { code, out } = undo(
    ['-', '--schema', 'schema.sql', '--format', 'json', '--lang', 'zh'],
    'truncate visit; delete from u',
  );
  assert.equal(code, 1);
  const [lost, unknown] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([lost.kind, lost.impossible, lost.lost], ['definition', null, ['visit 的数据无法恢复。']]);
  assert.deepEqual([unknown.file, unknown.kind, unknown.impossible], ['-', 'rows', '表结构未知。']);
  assert.equal(undo(['change.sql', '--format', 'sarif']).code, 2);
});
