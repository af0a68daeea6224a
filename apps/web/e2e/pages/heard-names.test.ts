import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chineseNamesIn } from './heard-names.ts';

test('what people typed is heard wherever it stands; what the platform says in two languages is not', () => {
  const answer = {
    items: [
      { name: '账务', words: { en: 'Not found', zh: '未找到' } },
      { note: null, labels: { team: ' 支付组 ' } },
    ],
  };
  assert.deepEqual(chineseNamesIn(answer), ['账务', '支付组']);
});
