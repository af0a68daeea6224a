import { at, defineRule } from '../../rule.ts';
import { isSame, isUniqueIndex } from '../../schema/table.ts';
import { type IndexChange, readIndexChange, type WrittenIndex } from '../../schema/written-indexes.ts';
import { keyOfName } from '../../walk/history.ts';

export const addUniqueExisting = defineRule({
  id: 'add-unique-existing',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'A unique index on a filled table fails on the first duplicate; a copying tool drops the second row without a word.',
    zh: '在已有数据的表上添加唯一索引，遇到重复值会失败；复制类工具则会静默丢弃重复行。',
  },
  on: ['alter-table', 'create-index'],
  check: (statement, { schema, history }) => {
    const change = readIndexChange(statement, schema);
    const name = keyOfName(change.name);
    if (history.created.has(name) && !history.written.has(name)) return undefined;
    const added =
      statement.kind === 'alter-table' ? statement.actions.filter(({ kind }) => kind === 'add-columns') : [];
    const isNew = (place: { readonly start: number }) =>
      added.some(({ start, end }) => place.start >= start && place.start < end);
    return change.written
      .filter((one) => isUniqueIndex(one.index) && !isUniqueAnyway(one, change, isNew))
      .map(({ place }) => at(place, 'Look for duplicates first.', '请先检查是否有重复值。'));
  },
});

/** Its columns hold a key that is there, are counted by the server, or are new and NULL everywhere. */
function isUniqueAnyway(
  { place, index, parts }: WrittenIndex,
  { before, after }: IndexChange,
  isNew: (place: { readonly start: number }) => boolean,
): boolean {
  const columns = index.parts.map(({ column }) => column);
  const has = (name: string | undefined) => columns.some((column) => isSame(column, name));
  const holdsKey = before?.indexes.some(
    (one) => isUniqueIndex(one) && one.parts.every(({ column, length }) => length === undefined && has(column)),
  );
  if (holdsKey || index.parts.some(({ length }) => length !== undefined)) return holdsKey === true;
  return (
    after.columns.some((column) => column.isAutoIncrement && has(column.name)) ||
    (isNew(place) && parts.every(({ column }) => column?.isNullable === true && !column.hasDefault))
  );
}
