import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFragments } from './mapper-fragments.ts';

const inFolder = async (act: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-fragments-'));
  await act(folder).finally(() => rm(folder, { recursive: true }));
};

const mapperOf = (namespace: string) => `<mapper namespace="${namespace}"><sql id="all">delete from</sql></mapper>`;

test('a folder of more files than a process may have open loses no fragment, and what cannot be read is said', () =>
  inFolder(async (folder) => {
    const names = Array.from({ length: 400 }, (_, at) => `m${at}`);
    for (const name of names) await writeFile(join(folder, `${name}.xml`), mapperOf(name));
    await writeFile(join(folder, 'binary.xml'), new Uint8Array([0, 1]));
    const includes = names.map((name) => `<delete id="${name}"><include refid="${name}.all"/> t</delete>`);
    await writeFile(join(folder, 'All.xml'), `<mapper namespace="a">${includes.join('')}</mapper>`);
    const main = join(import.meta.dirname, '../main.ts');
    const script = 'ulimit -n 128 && exec "$0" "$@"';
    const words = ['-c', script, process.execPath, main, 'review', join(folder, 'All.xml'), '--format', 'json'];
    const [out, err] = await new Promise<readonly string[]>((resolve) => {
      const env = { PATH: process.env.PATH, LANG: 'C', HOME: folder };
      execFile('sh', words, { env, maxBuffer: 64 * 1024 * 1024 }, (_, ...said) => resolve(said));
    });
    assert.doesNotMatch(err ?? '', /was not found|EMFILE/);
    assert.match(err ?? '', /binary\.xml is not a text/);
    assert.equal(out?.match(/"rule":"dml-no-where"/g)?.length, names.length);
  }));

test('mappers of one folder share one map', () =>
  inFolder(async (folder) => {
    for (const name of ['a', 'b', 'beside']) await writeFile(join(folder, `${name}.xml`), mapperOf(name));
    const [a, b] = [join(folder, 'a.xml'), join(folder, 'b.xml')];
    const fragmentsFor = makeFragments([a, b]);
    const found = await fragmentsFor(a);
    assert.deepEqual([...found.keys()].sort(), ['a.all', 'b.all', 'beside.all']);
    assert.equal(await fragmentsFor(b), found);
  }));
