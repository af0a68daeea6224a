import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { requireTimes } from './check-times.ts';

const reasonOf = (cron: string) => {
  try {
    requireTimes({ cron, timeZone: 'UTC' }, 0);
  } catch (error) {
    if (error instanceof ProblemError) return error.values.reason;
  }
  return undefined;
};

const cases: readonly [string, string][] = [
  ['every night', '字段数既不是五个也不是六个'],
  ['61 2 * * *', '取值不正确'],
  ['0 5-2 * * *', '范围不正确'],
  ['0 */0 * * *', '步长不正确'],
  ['0 L * * *', 'L、W 或 # 的位置不正确'],
  ['0 2 * * XYZ', '取值不正确'],
];

for (const [cron, expected] of cases)
  test(`a cron text that is none says why in both languages: ${cron}`, () => {
    const reason = reasonOf(cron);
    assert(typeof reason === 'object', JSON.stringify(reason));
    assert.ok(reason.zh.includes(expected), reason.zh);
    assert.doesNotMatch(reason.en, /\p{Script=Han}|Cron|\bundefined\b/u);
    assert.doesNotMatch(reason.zh.replaceAll(/（[^）]*）/g, ''), /[a-z]{3}/, reason.zh);
  });
