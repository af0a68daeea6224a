import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Rule } from './rule.ts';
import { noMachineNames, sayingNames, shortFiles } from './rules/files.ts';
import { importOrder } from './rules/import-order.ts';
import {
  environmentInConfig,
  httpInRoutes,
  statementsInCatalogue,
  tablesInStore,
  timeFromClock,
} from './rules/who-may.ts';
import { bothLanguages, wordsInCatalogue } from './rules/words.ts';
import { listSourceFiles } from './source-files.ts';

const rules: readonly Rule[] = [
  importOrder,
  tablesInStore,
  statementsInCatalogue,
  environmentInConfig,
  timeFromClock,
  httpInRoutes,
  shortFiles,
  sayingNames,
  noMachineNames,
  bothLanguages,
  wordsInCatalogue,
];

const files = listSourceFiles();

test('the house is looked at as a whole', () => assert.ok(files.length > 200, `${files.length} files`));

for (const { id, why, check, bad, good, notYet = [] } of rules)
  describe(id, () => {
    test('goes red on what it forbids, and only on that', () => {
      for (const file of bad) assert.notDeepEqual(check(file), [], file.text.slice(0, 100));
      for (const file of good) assert.deepEqual(check(file), [], file.text.slice(0, 100));
    });
    test('holds everywhere', () => {
      const faults = files
        .filter((file) => !notYet.includes(file.path))
        .flatMap((file) => check(file).map((fault) => `${file.path} ${fault}`));
      assert.deepEqual(faults, [], why);
    });
    test('excuses nobody who no longer needs it', () => {
      const mended = notYet.filter((path) => files.every((file) => file.path !== path || check(file).length === 0));
      assert.deepEqual(mended, [], 'take it off the list');
    });
  });
