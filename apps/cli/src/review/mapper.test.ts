import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

test('a mapper is reviewed in its shapes, with lines of its file; other XML of a folder is passed over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-mapper-'));
  try {
    await writeFile(join(folder, 'pom.xml'), '<project><name>shop</name></project>');
    await writeFile(
      join(folder, 'OrderMapper.xml'),
      `<?xml version="1.0"?>
<mapper namespace="shop">
  <delete id="remove">
    delete from orders
    <where>
      <if test="id != null">and id = #{id}</if>
    </where>
  </delete>
  <select id="find">select id from orders where id = #{id}</select>
</mapper>
`,
    );
    const main = join(import.meta.dirname, '../main.ts');
    const { code, out } = await new Promise<{ code: unknown; out: string }>((resolve) => {
      const env = { PATH: process.env.PATH, LANG: 'C', HOME: folder };
      execFile(process.execPath, [main, 'review', folder, '--format', 'json'], { env }, (error, stdout) =>
        resolve({ code: error?.code ?? 0, out: stdout }),
      );
    });
    assert.equal(code, 1);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      rows.map(({ line, findings }) => [line, findings.some(({ rule }: { rule: string }) => rule === 'dml-no-where')]),
      [
        [4, false],
        [4, true],
        [9, false],
      ],
      out,
    );
    const other = await new Promise<unknown>((resolve) => {
      const main = join(import.meta.dirname, '../main.ts');
      execFile(process.execPath, [main, 'review', join(folder, 'pom.xml')], (error) => resolve(error?.code));
    });
    assert.equal(other, 2, 'XML that is no mapper is no passed review');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a mapper includes fragments of files beside it, and of all that are reviewed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-mapper-'));
  try {
    await mkdir(join(folder, 'orders'));
    await writeFile(join(folder, 'Base.xml'), '<mapper namespace="base"><sql id="all">delete from</sql></mapper>');
    const include = '<mapper namespace="o"><delete id="d"><include refid="base.all"/> orders</delete></mapper>';
    await writeFile(join(folder, 'Beside.xml'), include);
    await writeFile(join(folder, 'orders/Deep.xml'), include);
    const main = join(import.meta.dirname, '../main.ts');
    const review = (...names: readonly string[]) =>
      new Promise<string>((resolve) => {
        const env = { PATH: process.env.PATH, LANG: 'C', HOME: folder };
        const words = [main, 'review', ...names.map((name) => join(folder, name)), '--format', 'json'];
        execFile(process.execPath, words, { env }, (_, out, err) => resolve(`${out}\n${err}`));
      });
    assert.match(await review('Beside.xml'), /dml-no-where/);
    assert.match(await review('orders/Deep.xml'), /"base.all"\/> was not found/);
    assert.match(await review('.'), /orders\/Deep.xml.*dml-no-where/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
