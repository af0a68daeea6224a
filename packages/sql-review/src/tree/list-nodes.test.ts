import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Node, parseStatement, splitScript, walk } from '@myriad/sql';
import { readCases } from '../cases.ts';
import { listNodes } from './list-nodes.ts';

test('the list holds every node of the tree, in its order, each with its parent', () => {
  let count = 0;
  for (const { sql, dialect } of readCases())
    for (const part of splitScript(sql, dialect)) {
      const { statement } = parseStatement(sql, dialect, part.from, part.end);
      if (statement.kind === 'unknown' || sql.includes('explain')) continue;
      const walked: (readonly [Node, Node | undefined])[] = [];
      walk(statement, (node, parent) => walked.push([node, parent]));
      const { all, parents } = listNodes(statement);
      count += all.length;
      assert.equal(all.length, walked.length, sql);
      for (const [place, [node, parent]] of walked.entries()) {
        assert.ok(all[place] === node, sql);
        assert.ok(all[parents[place] ?? -1] === parent, sql);
      }
    }
  assert.ok(count > 10_000);
});
