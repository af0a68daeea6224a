import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { writtenValues } from '../../schema/written-values.ts';

export const updateMovesTimestamp = defineRule({
  id: 'update-moves-timestamp',
  grade: 'N',
  theme: 'change-safety',
  tier: 'schema',
  why: {
    en: 'A column with ON UPDATE CURRENT_TIMESTAMP moves with every change of its row; a correction that is no change keeps it by setting it to itself.',
    zh: '带 ON UPDATE CURRENT_TIMESTAMP 的列会随每次更新变化；仅做数据修正时，可把该列赋值为自身来保留原值。',
  },
  on: ['update'],
  check: (update, context) => {
    const written = writtenValues(update, context);
    const tables = new Set(written.map(({ table }) => table));
    return [...tables].flatMap((table) => {
      const own = written.filter((one) => one.table === table);
      const moved = table.columns.find(
        ({ name, setsTimeOnUpdate }) => setsTimeOnUpdate && !own.some(({ column }) => isSame(column.name, name)),
      );
      const [first] = own;
      return moved && first
        ? [at(first.target, `${moved.name} becomes the time of this change.`, `${moved.name} 会更新为本次变更的时间。`)]
        : [];
    });
  },
});
