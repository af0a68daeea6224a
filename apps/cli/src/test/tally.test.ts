import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findTests } from './find-tests.ts';
import { judge, nothing, oneCheck, sum } from './tally.ts';

test('in CI a test that could not run is red, a long one that was not asked for is not', () => {
  const skipped = [
    { name: 'needs root', reason: 'not root' },
    { name: 'drill', reason: 'long: set MYRIAD_LONG=1' },
  ];
  const tally = { ...nothing, passed: 3, skipped };
  assert.equal(judge(tally, false).failed, 0);
  const red = judge(tally, true);
  assert.deepEqual([red.passed, red.failed, red.skipped.length], [3, 1, 1]);
  assert.match(red.faults[0] ?? '', /needs root.*not root/);
});

test('parts add up', () => {
  const { passed, failed, faults } = sum([oneCheck(true, 'types'), oneCheck(false, 'lint'), { ...nothing, passed: 5 }]);
  assert.deepEqual([passed, failed, faults], [6, 1, ['lint']]);
});

test('test files are found by area and told apart by how heavy they are', async () => {
  const root = await mkdtemp(join(tmpdir(), 'myriad-find-'));
  try {
    const { mkdir } = await import('node:fs/promises');
    for (const file of [
      'apps/a/x.test.ts',
      'apps/a/y.lab.test.ts',
      'apps/web/e2e/z.test.ts',
      'apps/node_modules/no.test.ts',
    ]) {
      await mkdir(join(root, file, '..'), { recursive: true });
      await writeFile(join(root, file), '');
    }
    const all = findTests(root, []);
    assert.deepEqual(
      [all.quick, all.lab, all.stories].map((files) => files.length),
      [1, 1, 1],
    );
    assert.deepEqual(findTests(root, ['apps/a']).stories, []);
  } finally {
    await rm(root, { recursive: true });
  }
});
