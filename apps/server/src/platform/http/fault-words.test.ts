import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { faultsOf } from './problem-answer.ts';

const words = { en: 'must be q', zh: '必须为 q' };
const cases: readonly [z.ZodType, unknown, string, string][] = [
  [z.string(), undefined, 'is missing', '缺少此项'],
  [z.number(), 'x', 'must be a number', '应为数字'],
  [z.number().int(), 1.5, 'must be a whole number', '应为整数'],
  [z.number().min(1), 0, 'must be at least 1', '不能小于 1'],
  [z.number().max(9), 10, 'must be at most 9', '不能大于 9'],
  [z.number().gt(1), 1, 'must be more than 1', '应大于 1'],
  [z.string().min(1), '', 'must not be empty', '不能为空'],
  [z.string().min(12), 'x', 'must have at least 12 characters', '至少 12 个字符'],
  [z.string().max(1), 'xx', 'must have at most 1 characters', '最多 1 个字符'],
  [z.array(z.string()).min(1), [], 'must have at least 1 item(s)', '至少 1 项'],
  [z.enum(['a', 'b']), 'c', 'must be one of a, b', '只能是 a、b 之一'],
  [z.strictObject({}), { u: 1 }, 'has unknown keys: u', '含有未知的键：u'],
  [z.string().regex(/^a+$/), 'b', 'is not in the form of /^a+$/', '格式应符合 /^a+$/'],
  [z.ipv4(), 'b', 'is not in the form of ipv4', '格式应符合 ipv4'],
  [z.union([z.string(), z.number()]), true, 'fits none of the allowed forms', '不符合任何一种允许的形式'],
  [z.string().refine((text) => text === 'q', { params: { words } }), 'r', words.en, words.zh],
  [z.string().startsWith('/', 'must be absolute'), 'r', 'must be absolute', 'must be absolute'],
];

for (const [schema, value, en, zh] of cases) {
  test(`a fault in two languages: ${en}`, () => {
    const { error } = schema.safeParse(value, { reportInput: true });
    assert(error);
    assert.deepEqual(faultsOf(error, 'body'), [{ path: 'body', words: { en, zh } }]);
  });
}
