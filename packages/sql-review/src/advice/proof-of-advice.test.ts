import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialects } from '@myriad/sql';
import { readSchema } from '../schema/apply-statement.ts';
import { adviseIndexes } from './advise-indexes.ts';
import { proofQuestion, withProof } from './proof-of-advice.ts';

const dialect = dialects['mysql-9'];
const schema = readSchema(
  'create table t (id int primary key, a int not null, b int not null, c int not null, key h (c) invisible) engine=innodb',
  dialect,
);
const set = adviseIndexes(
  [
    {
      name: 'x',
      text: 'select * from t where a = 1; update t set c = 2 where b = 3; select * from t where b = ? for update; select * from t where c = 4',
    },
  ],
  { dialect, facts: { schema } },
);

test('a proof asks for queries alone, and tries no index that is there already', () => {
  const question = proofQuestion(set, dialect);
  assert.deepEqual(question.indexes.map(({ parts }) => parts.join()).sort(), ['`a`', '`b`']);
  assert.deepEqual([...question.statements].sort(), ['SELECT * FROM t WHERE b = 3', 'select * from t where a = 1']);
});

test('what was made and chosen is proven; what could not be made or run says why', () => {
  const question = proofQuestion(set, dialect);
  const run = (rows: number) => ({ rows, milliseconds: 1 });
  const placeOf = (part: string) => question.indexes.findIndex(({ parts }) => parts[0] === part);
  const statements = question.statements.map((sql) => ({
    before: run(1000),
    after: run(sql.includes('a = 1') ? 3 : 1000),
    uses: sql.includes('a = 1') ? [placeOf('`a`')] : [],
    refused: undefined,
  }));
  const notMade = new Map([[placeOf('`b`'), 'Duplicate key name']]);
  const { advice } = withProof(set, question, { statements, notMade }, dialect);
  const of = (part: string) => advice.find(({ parts }) => parts[0] === part);
  assert.equal(of('`a`')?.confidence, 'proven');
  assert.deepEqual(
    of('`a`')?.proof?.runs.map(({ rowsBefore, rowsAfter, isUsed }) => [rowsBefore, rowsAfter, isUsed]),
    [[1000, 3, true]],
  );
  assert.deepEqual([of('`b`')?.confidence, of('`b`')?.proof?.notMade], ['schema', 'Duplicate key name']);
  assert.deepEqual(
    of('`b`')?.proof?.runs.map(({ problem }) => problem?.en.slice(0, 14)),
    [undefined, 'It was not run'],
  );
  assert.deepEqual([of('`c`')?.action, of('`c`')?.proof], ['show', undefined]);
});
