import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Node } from './ast/node.ts';
import { childrenOf } from './ast/walk.ts';
import { dialectOf, readCases } from './cases.ts';
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
    for (const one of ofFile) {
      const { sql, accepted, kind, line } = one;
      const dialect = dialectOf(one);
      test(`line ${line}, ${one.dialect}: ${accepted ? 'reads' : 'refuses'} ${sql.slice(0, 80)}`, () => {
        const { statement } = parseStatement(sql, dialect);
        const problem = statement.kind === 'unknown' ? statement.problem.message : '';
        assert.equal(statement.kind !== 'unknown', accepted, problem);
        if (kind !== '') assert.equal(statement.kind, kind, problem);
        if (statement.kind === 'unknown') return;
        checkOffsets(statement, sql);
        const printed = printNode(statement, dialect);
        const again = parseStatement(printed, dialect).statement;
        assert.deepEqual(shapeOf(again), shapeOf(statement), printed);
        assert.equal(printNode(again, dialect), printed);
      });
    }
  });
