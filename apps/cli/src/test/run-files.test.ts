import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import type { Tally } from './tally.ts';

const files = {
  'good.test.ts':
    "import { test } from 'node:test'; test('one', () => {}); test('two', (t) => { t.skip('no root here'); });",
  'bad.test.ts':
    "import { describe, test } from 'node:test'; describe('d', () => { test('three', () => { throw new Error('why'); }); test('four', () => {}); });",
  'later.test.ts':
    "import { describe, test } from 'node:test'; describe('d', { skip: 'long: not now' }, () => { test('five', () => {}); });",
  'crash.test.ts': 'process.exit(7);',
};

test('passed, failed and skipped are counted, and a file that dies is a fault', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-run-files-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const script = `
      const { runFiles } = await import(${JSON.stringify(join(import.meta.dirname, 'run-files.ts'))});
      const names = ${JSON.stringify(Object.keys(files))};
      const root = ${JSON.stringify(folder)};
      const { sum } = await import(${JSON.stringify(join(import.meta.dirname, 'tally.ts'))});
      const tallies = await runFiles(root, names.map((name) => root + '/' + name), 2, new AbortController().signal);
      console.log('\\n' + JSON.stringify({ ...sum([...tallies.values()]), files: [...tallies.keys()] }));`;
    // A runner within a runner does nothing: the child must not know that it is within one.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const runner = join(folder, 'runner.mjs');
    await writeFile(runner, script);
    const { stdout } = await promisify(execFile)(process.execPath, [runner], { env });
    const tally = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Tally & { files: readonly string[] };
    assert.deepEqual([tally.passed, tally.failed], [2, 2], stdout);
    assert.deepEqual(
      [...tally.files].sort(),
      Object.keys(files)
        .map((name) => join(folder, name))
        .sort(),
    );
    assert.deepEqual(tally.skipped.map(({ reason }) => reason).sort(), ['long: not now', 'no root here']);
    assert.match(tally.faults.join('\n'), /bad\.test\.ts: three: why/);
    assert.match(tally.faults.join('\n'), /crash\.test\.ts/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
