import { at, defineRule } from '../../rule.ts';
import { isChange, isDefinition } from '../../walk/history.ts';

export const ddlDmlMixed = defineRule({
  id: 'ddl-dml-mixed',
  grade: 'W',
  theme: 'transactions',
  why: {
    en: 'A definition commits whatever is open before it: changes of rows around it cannot be rolled back together.',
    zh: 'DDL 会隐式提交之前的事务：与其混在一起的数据变更无法整体回滚。',
  },
  on: ['statement'],
  check: (statement, { history }) => {
    const mixes = (isDefinition(statement) && history.hasChanges) || (isChange(statement) && history.hasDefinitions);
    const isFirst = isDefinition(statement) ? !history.hasDefinitions : !history.hasChanges;
    return (
      mixes &&
      isFirst &&
      at(statement, 'Definitions and changes of rows are mixed in one script.', '同一脚本中混用了 DDL 和 DML。')
    );
  },
});
