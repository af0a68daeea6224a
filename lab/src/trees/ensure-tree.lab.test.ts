import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { LabUnavailable } from '../lab-unavailable.ts';
import { mustRun, runCommand } from '../run-command.ts';
import { inLab } from '../scratch.ts';
import { ensureTree } from './ensure-tree.ts';

for (const flavor of ['mysql', 'mariadb'] as const) {
  const server = flavor === 'mysql' ? 'mysqld' : 'mariadbd';

  test(`the ${flavor} tarball, unpacked anywhere, runs after relocate.sh with nothing but sh and dd, and again after a move`, (t) =>
    inLab(t, async ({ folder }) => {
      const tree = await ensureTree(flavor);
      if ('missing' in tree) throw new LabUnavailable(tree.words);
      assert.ok(tree.tarball, 'a tree made here has a tarball');
      const hash = createHash('sha256')
        .update(await readFile(tree.tarball.file))
        .digest('hex');
      assert.equal(hash, tree.tarball.sha256);
      const first = path.join(folder, 'a place with spaces');
      await mkdir(first);
      await mustRun('tar', ['-xzf', tree.tarball.file, '-C', first, '--strip-components=1']);
      await assert.rejects(runCommand(path.join(first, 'bin', server), ['--version']), 'unrelocated, it must not run');

      const tools = path.join(folder, 'tools');
      await mkdir(tools);
      for (const tool of ['dd', 'dirname', 'sh']) await mustRun('ln', ['-s', `/usr/bin/${tool}`, `${tools}/${tool}`]);
      const bare = { env: { PATH: tools } };
      await mustRun('/bin/sh', [path.join(first, 'relocate.sh')], bare);
      const version = ['--no-defaults', '--version'];
      assert.match(await mustRun(path.join(first, 'bin', server), version, bare), new RegExp(tree.version));

      const second = path.join(folder, 'b');
      await rename(first, second);
      await mustRun('/bin/sh', [path.join(second, 'relocate.sh')], bare);
      for (const program of (await readFile(path.join(second, 'RELOCATE'), 'utf8')).trim().split('\n')) {
        const name = program.split(' ')[2] ?? '';
        const libraries = await mustRun(path.join(second, 'lib/ld.so'), ['--list', path.join(second, name)], bare);
        assert.ok(!/not found|=> \/(usr|lib)/.test(libraries), `${name} uses the machine's libraries: ${libraries}`);
        assert.ok(libraries.includes(second), libraries);
      }
      assert.match(await readFile(path.join(second, 'PACKAGES'), 'utf8'), new RegExp(`^${flavor}-server-core_`, 'm'));
      await stat(path.join(second, 'licenses', `${flavor}-server-core`));
      assert.equal(JSON.parse(await readFile(path.join(second, 'MYRIAD-TREE.json'), 'utf8')).source, 'distribution');
    }));
}

test('a folder named by the variable is used as a vendor tree, and refused with its name when nothing runs there', (t) =>
  inLab(t, async ({ folder }) => {
    const cached = await ensureTree('mariadb');
    if ('missing' in cached) throw new LabUnavailable(cached.words);
    const given = await ensureTree('mariadb', { env: { ...process.env, MYRIAD_MARIADB_TREE: cached.directory } });
    assert.ok(!('missing' in given));
    assert.deepEqual([given.version, given.source, given.tarball], [cached.version, 'vendor', undefined]);
    await writeFile(path.join(folder, 'empty'), '');
    const refused = await ensureTree('mysql', { env: { ...process.env, MYRIAD_MYSQL_TREE: folder } });
    assert.ok('missing' in refused);
    assert.ok(refused.words.en.includes('MYRIAD_MYSQL_TREE') && refused.words.en.includes(folder));
  }));

test('without a package manager and without a cache, the words name the variable to set', (t) =>
  inLab(t, async ({ folder }) => {
    const tools = path.join(folder, 'tools');
    await mkdir(tools);
    for (const tool of ['sh', 'cat', 'flock']) await mustRun('ln', ['-s', `/usr/bin/${tool}`, `${tools}/${tool}`]);
    const script = `import { ensureTree } from ${JSON.stringify(path.join(import.meta.dirname, 'ensure-tree.ts'))};
      process.stdout.write(JSON.stringify(await ensureTree('mysql')));`;
    await writeFile(path.join(folder, 'ask.mjs'), script);
    const env = { PATH: tools, HOME: folder, MYRIAD_CACHE: path.join(folder, 'cache') };
    const answer = JSON.parse(await mustRun(process.execPath, [path.join(folder, 'ask.mjs')], { env }));
    assert.equal(answer.missing, true);
    assert.match(answer.words.en, /set MYRIAD_MYSQL_TREE/);
    assert.match(answer.words.zh, /MYRIAD_MYSQL_TREE/);
  }));
