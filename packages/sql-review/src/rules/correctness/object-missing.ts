import type { QualifiedName } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { tablesNeededBy } from '../../schema/needed-tables.ts';
import { keyOfName } from '../../walk/history.ts';

export const objectMissing = defineRule({
  id: 'object-missing',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'The statement names a table that is not there, as the schema stands before it.',
    zh: '语句引用的表不存在（按执行到该语句时的库结构判断）。',
  },
  on: ['statement'],
  check: (statement, { schema, names, history }) => {
    const missing = (name: QualifiedName) =>
      schema.presenceOf(name) === 'missing' && !history.temporary.has(keyOfName(name));
    const uses: readonly QualifiedName[] = tablesNeededBy(statement);
    const found = uses.filter(missing).map((name) => at(name, 'There is no such table.', '表不存在。'));
    const read = names().tables.filter(
      ({ schema: of, table }) =>
        schema.presenceAt(of, table) === 'missing' &&
        !history.temporary.has((of ? `${of}.${table}` : table).toLowerCase()),
    );
    return [...found, ...read.map((use) => at(use, 'There is no such table.', '表不存在。'))];
  },
});
