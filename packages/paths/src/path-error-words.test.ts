import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathErrorWords } from './path-error-words.ts';
import { PathError } from './types.ts';

const where = { hop: 0, hopName: 'ssh:a' };

test('a known cause is told in Chinese, what the machine said beside it in quotes', () => {
  const words = pathErrorWords(new PathError('HOP_UNREACHABLE', 'connect ECONNREFUSED 10.0.0.7:22.', where));
  assert.equal(words.en, 'connect ECONNREFUSED 10.0.0.7:22');
  assert.equal(words.zh, '连接被拒绝（原文：“connect ECONNREFUSED 10.0.0.7:22”）');
});

test('any other is told by its code; outside of quotes no English is left', () => {
  const codes = ['LOGIN_REFUSED', 'TIMED_OUT', 'ACTION_FAILED', 'COPY_FAILED', 'NOT_POSSIBLE_HERE', 'ABORTED'] as const;
  for (const code of codes) {
    const { zh } = pathErrorWords(new PathError(code, 'something went wrong', where));
    assert.doesNotMatch(zh.replace(/“[^”]*”/, ''), /[a-z]{2}/, code);
    assert.match(zh, /\p{Script=Han}{4}/u);
  }
  assert.equal(pathErrorWords({ code: 'CONNECTION_LOST', message: '' }).zh, '连接中断');
});
