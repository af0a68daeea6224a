import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Bundle, findFreshBundle, keepBundle } from './bundle-file.ts';
import { makeBundle } from './make-bundle.ts';

const inFolder = async (act: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-bundle-'));
  await act(folder).finally(() => rm(folder, { recursive: true }));
};

test('a bundle serves until something it was made of has changed', () =>
  inFolder(async (root) => {
    await mkdir(join(root, 'src'));
    await writeFile(join(root, 'src/a.ts'), 'one');
    const bundle: Bundle = { name: 'x.mjs', code: 'x', paths: ['src/a.ts'], begunAt: Date.now() + 10_000 };
    assert.equal(await findFreshBundle(root), undefined);
    await keepBundle(root, bundle);
    assert.equal(await findFreshBundle(root), join(root, 'node_modules/.cache/myriad-review/x.mjs'));
    await utimes(join(root, 'src/a.ts'), new Date(), new Date(Date.now() + 5000));
    assert.equal(await findFreshBundle(root), undefined, 'another time');
    await keepBundle(root, bundle);
    await writeFile(join(root, 'src/a.ts'), 'longer');
    assert.equal(await findFreshBundle(root), undefined, 'another size');
    await keepBundle(root, bundle);
    assert.ok(await findFreshBundle(root));
    await rm(join(root, 'src/a.ts'));
    assert.equal(await findFreshBundle(root), undefined, 'gone');
  }));

test('who starts while the same bundle is kept again never meets a part of it', () =>
  inFolder(async (root) => {
    await writeFile(join(root, 'a.ts'), 'one');
    const code = 'x'.repeat(8_000_000);
    const bundle: Bundle = { name: 'x.mjs', code, paths: ['a.ts'], begunAt: Date.now() + 10_000 };
    await keepBundle(root, bundle);
    const sizes = new Set<number>();
    let isKept = false;
    const again = keepBundle(root, bundle).finally(() => {
      isKept = true;
    });
    while (!isKept) sizes.add((await stat((await findFreshBundle(root)) ?? '')).size);
    await again;
    assert.deepEqual([...sizes], [code.length]);
    assert.deepEqual((await readdir(join(root, 'node_modules/.cache/myriad-review'))).sort(), ['bundle.json', 'x.mjs']);
  }));

test('what is changed while it is bundled makes no bundle', () =>
  inFolder(async (root) => {
    await writeFile(join(root, 'a.ts'), 'one');
    await assert.rejects(keepBundle(root, { name: 'x.mjs', code: 'x', paths: ['a.ts'], begunAt: Date.now() - 60_000 }));
    assert.equal(await findFreshBundle(root), undefined);
  }));

test('a bundled review says what one of many modules says', () =>
  inFolder(async (folder) => {
    const { code, paths } = await makeBundle();
    assert.ok(paths.includes(join('packages', 'sql', 'src', 'index.ts')), paths.slice(0, 5).join());
    const [bundled, modules] = [join(folder, 'bundled.mjs'), join(folder, 'modules.mjs')];
    const start = 'process.exitCode = await runReview(process.argv.slice(2));';
    await writeFile(bundled, `${code}\n${start}\n`);
    const sources = pathToFileURL(join(import.meta.dirname, '../run-review.ts'));
    await writeFile(modules, `import { runReview } from '${sources}';\n${start}\n`);
    await writeFile(join(folder, 'some.sql'), 'delete from t;\nselec 1;\nselect a from t where id = 1;\n');
    const run = (file: string) =>
      new Promise<unknown>((resolve) => {
        const env = { PATH: process.env.PATH, LANG: 'C', HOME: folder };
        const words = [file, 'some.sql', '--format', 'json'];
        execFile(process.execPath, words, { cwd: folder, env }, (error, out, err) => resolve([error?.code, out, err]));
      });
    const told = await run(bundled);
    assert.match(String(told), /^1,.*dml-no-where/);
    assert.deepEqual(told, await run(modules));
  }));
