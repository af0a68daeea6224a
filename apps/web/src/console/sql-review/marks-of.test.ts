import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReviewedStatement } from '@myriad/contract';
import { marksOf } from './marks-of.ts';

const finding = (start: number, end: number, grade: 'X' | 'N') => ({
  ...{ rule: 'r', grade, start, end, lost: 1, fix: [], message: { en: 'e', zh: '中' } },
});
const statement = (findings: ReviewedStatement['findings']): ReviewedStatement => ({
  ...{
    line: 1,
    start: 0,
    end: 1,
    fingerprint: '0',
    score: 1,
    verdict: 'blocked',
    findings,
    excused: [],
    failed: [],
    ddl: [],
  },
});

test('a finding stands on the same words in the editor, which knows no carriage returns', () => {
  const text = 'select 1;\r\n\r\ndelete from t;';
  const start = text.indexOf('delete');
  const [mark] = marksOf(text, [statement([finding(start, start + 6, 'X')])], ({ message }) => message.zh);
  const shown = text.replaceAll('\r\n', '\n');
  assert.deepEqual([shown.slice(mark?.start, mark?.end), mark?.level, mark?.message], ['delete', 'error', '中']);
  assert.equal(marksOf('abc', [statement([finding(0, 3, 'N')])], () => '')[0]?.level, 'info');
});
