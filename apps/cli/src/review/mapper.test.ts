import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
