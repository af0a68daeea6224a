import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Node } from './ast/node.ts';
import { childrenOf } from './ast/walk.ts';
import { readCases } from './cases.ts';
import { dialects } from './dialect.ts';
import { parseStatement } from './parse/parse.ts';
import { printNode } from './print/print.ts';

const cases = readCases();

/** A tree without its positions, and without the quotes that printing adds where a name needs them. */
const shapeOf = (node: unknown): unknown =>
  JSON.parse(
    JSON.stringify(node, (key, value) => (key === 'start' || key === 'end' || key === 'quoted' ? undefined : value)),
  );

function checkOffsets(node: Node, sql: string): void {
  assert.ok(
    node.start >= 0 && node.start <= node.end && node.end <= sql.length,
    `${node.kind} ${node.start}-${node.end}`,
  );
  for (const child of childrenOf(node)) {
    assert.ok(child.start >= node.start && child.end <= node.end, `${child.kind} sticks out of its ${node.kind}`);
    checkOffsets(child, sql);
  }
}

for (const [file, ofFile] of Map.groupBy(cases, (one) => one.file))
  describe(file, () => {
    for (const { sql, dialect, accepted, kind, line } of ofFile)
      test(`line ${line}, ${dialect}: ${accepted ? 'reads' : 'refuses'} ${sql.slice(0, 80)}`, () => {
        const { statement } = parseStatement(sql, dialects[dialect]);
        const problem = statement.kind === 'unknown' ? statement.problem.message : '';
        assert.equal(statement.kind !== 'unknown', accepted, problem);
        if (kind !== '') assert.equal(statement.kind, kind, problem);
        if (statement.kind === 'unknown') return;
        checkOffsets(statement, sql);
        const printed = printNode(statement, dialects[dialect]);
        const again = parseStatement(printed, dialects[dialect]).statement;
        assert.deepEqual(shapeOf(again), shapeOf(statement), printed);
        assert.equal(printNode(again, dialects[dialect]), printed);
      });
  });
