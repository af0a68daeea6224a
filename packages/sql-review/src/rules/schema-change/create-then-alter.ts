import { at, defineRule } from '../../rule.ts';
import { belongsIntoCreate } from '../../tree/made-here.ts';

export const createThenAlter = defineRule({
  id: 'create-then-alter',
  grade: 'N',
  theme: 'schema-change',
  why: {
    en: 'A table that the script has just made can be made right at once.',
    zh: '脚本中刚创建的表可以直接在 CREATE TABLE 中写全。',
  },
  on: ['alter-table', 'create-index'],
  check: (statement, { history }) => {
    const name = statement.kind === 'alter-table' ? statement.name : statement.table;
    return (
      belongsIntoCreate(statement, history) &&
      at(name, 'Put this into the CREATE TABLE above.', '请合并到上面的 CREATE TABLE 中。')
    );
  },
});
