import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
import { keyColumnsOf } from '../../tree/keys.ts';

export const pkNotAutoIncrement = defineRule({
  id: 'pk-not-auto-increment',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'Keys that grow are appended; random ones split pages everywhere.',
    zh: '递增主键顺序写入；随机主键会造成页分裂。',
  },
  on: ['create-table'],
  check: (statement) => {
    const keys = keyColumnsOf(statement);
    const [key] = keys;
    if (!key || keys.length > 1) return undefined;
    const column = readTable(statement).columns.find(({ name }) => isSame(name, key.name));
    return (
      column &&
      !column.isAutoIncrement &&
      column.generated === undefined &&
      at(key, 'The primary key does not count up by itself.', '主键不是自增列。')
    );
  },
});
