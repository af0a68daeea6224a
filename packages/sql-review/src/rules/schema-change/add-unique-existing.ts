import type { AlterTable } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { keyOfName } from '../../walk/history.ts';

export const addUniqueExisting = defineRule({
  id: 'add-unique-existing',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'A unique index on a filled table fails on the first duplicate; a copying tool drops the second row without a word.',
    zh: '在已有数据的表上添加唯一索引，遇到重复值会失败；复制类工具则会静默丢弃重复行。',
  },
  on: ['add-element', 'create-index'],
  check: (node, { parentOf, history }) => {
    const alter = parentOf(node);
    const name =
      node.kind === 'create-index'
        ? node.table
        : alter?.kind === 'alter-table'
          ? (alter as AlterTable).name
          : undefined;
    const type =
      node.kind === 'create-index'
        ? node.type
        : node.element.kind === 'index-definition'
          ? node.element.type
          : undefined;
    return (
      type === 'UNIQUE' &&
      name &&
      (!history.created.has(keyOfName(name)) || history.written.has(keyOfName(name))) &&
      at(node, 'Look for duplicates first.', '请先检查是否有重复值。')
    );
  },
});
