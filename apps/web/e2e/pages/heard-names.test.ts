import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typedTextsIn } from './heard-names.ts';

test('what people typed is heard wherever it stands; what the platform says in two languages is not', () => {
  const answer = {
    items: [
      { name: '账务', words: { en: 'Not found', zh: '未找到' } },
      { note: null, labels: { team: ' 支付组 ' } },
    ],
  };
  assert.deepEqual(typedTextsIn(answer), ['账务', '支付组']);
});

test('a reason in any language is heard, a sentence of the platform under the same name is not', () => {
  assert.deepEqual(typedTextsIn({ mute: { reason: 'Waits for the upgrade.' }, title: 'Waits for nobody else' }), [
    'Waits for the upgrade.',
  ]);
  assert.deepEqual(typedTextsIn({ reason: { en: 'It waits', zh: '等待' } }), []);
});
