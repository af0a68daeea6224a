import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects, parseStatement } from '@myriad/sql';
import { truthOf } from './truth.ts';

function truthIn(condition: string): string | undefined {
  const { statement } = parseStatement(`SELECT a FROM t WHERE ${condition}`, dialects['mysql-9']);
  const where = statement.kind === 'query' && statement.body.kind === 'select' ? statement.body.where : undefined;
  return where && truthOf(where);
}

test('IF in IF is looked at once a level: its time is that of its length', () => {
  const levels = 40;
  assert.equal(truthIn(`${'IF('.repeat(levels)}1${', 1, 0)'.repeat(levels)}`), 'always');
  assert.equal(truthIn(`${'IF('.repeat(levels)}a${', 1, 0)'.repeat(levels)}`), 'depends');
});
