import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignIn } from './foreign-words.ts';

test('a Chinese character on an English page is found, wherever it stands', () => {
  assert.equal(foreignIn('Ticket 工单', 'en'), 'Chinese');
  assert.equal(foreignIn('“quoted” — 10 MiB · café', 'en'), undefined);
});

test('a Latin sentence on a Chinese page is found, alone and within a Chinese one', () => {
  assert.match(foreignIn('The ticket was not found.', 'zh-CN') ?? '', /The ticket was not found/);
  assert.match(foreignIn('工单：the server does not answer', 'zh-CN') ?? '', /does not answer/);
});

test('names, codes, addresses and short terms are no sentence', () => {
  for (const text of [
    'MySQL 8.0.46',
    'lab-1:3306 lab-2:3306 lab-3:3306',
    'PRIMARY_LOST',
    'instances.check-seat',
    '使用 Ed25519 SSH 密钥',
    'SELECT, INSERT',
    '每 10 秒',
    'rpl_semi_sync_source_enabled ON_PERMISSIVE off',
  ])
    assert.equal(foreignIn(text, 'zh-CN'), undefined, text);
});
