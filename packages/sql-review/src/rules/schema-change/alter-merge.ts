import { at, defineRule } from '../../rule.ts';
import { onlySwitchesKeys } from '../../tree/alter.ts';
import { belongsIntoCreate } from '../../tree/made-here.ts';
import { keyOfName } from '../../walk/history.ts';

export const alterMerge = defineRule({
  id: 'alter-merge',
  grade: 'N',
  theme: 'schema-change',
  why: {
    en: 'Each ALTER of a table takes its metadata lock and may rebuild it anew; one ALTER with several clauses does it once.',
    zh: '每次 ALTER 都要获取元数据锁，还可能重建表；合并为一条 ALTER 只需一次。',
  },
  on: ['alter-table', 'create-index', 'drop-index'],
  check: (statement, { history }) => {
    const name = statement.kind === 'alter-table' ? statement.name : statement.table;
    const line = history.altered.get(keyOfName(name));
    return (
      line !== undefined &&
      !onlySwitchesKeys(statement) &&
      // What belongs into the CREATE TABLE is told of as that.
      (statement.kind === 'drop-index' || !belongsIntoCreate(statement, history)) &&
      at(
        name,
        `This table is altered in line ${line} already: make one ALTER TABLE of them.`,
        `第 ${line} 行已变更过该表，请合并为一条 ALTER TABLE。`,
      )
    );
  },
});
