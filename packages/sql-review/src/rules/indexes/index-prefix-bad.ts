import type { DataType } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { readIndexChange } from '../../schema/written-indexes.ts';
import { sizeOf } from '../../tree/calls.ts';
import { isLongType, isTextType } from '../../tree/keys.ts';

export const indexPrefixBad = defineRule({
  id: 'index-prefix-bad',
  grade: 'E',
  theme: 'indexes',
  why: {
    en: 'The prefix of an index is at least 1, not longer than its column, and not of a number (errors 1089, 1391).',
    zh: '索引前缀至少为 1，不能长于列本身，也不能用于数值类型（错误 1089、1391）。',
  },
  on: ['create-table', 'alter-table', 'create-index'],
  check: (statement, { schema }) =>
    readIndexChange(statement, schema).written.flatMap(({ parts }) =>
      parts
        .filter(({ part, column }) => part.length !== undefined && !isPossible(part.length, column?.type))
        .map(({ place }) => at(place, 'This prefix is not possible.', '该前缀长度不合法。')),
    ),
});

function isPossible(length: number, type: DataType | undefined): boolean {
  if (length === 0) return false;
  if (type === undefined) return true;
  const isText = isTextType(type) || isLongType(type) || type.name.includes('BINARY');
  if (!isText) return isSpatial(type);
  // JSON is refused for another reason.
  if (type.name === 'ENUM' || type.name === 'SET') return false;
  const size = sizeOf(type) ?? (type.name === 'CHAR' || type.name === 'BINARY' ? 1 : undefined);
  return size === undefined || length <= size;
}

const spatial: ReadonlySet<string> = new Set([
  'GEOMETRY', 'POINT', 'LINESTRING', 'POLYGON', 'MULTIPOINT', 'MULTILINESTRING', 'MULTIPOLYGON', 'GEOMETRYCOLLECTION',
  'GEOMCOLLECTION',
]); // biome-ignore format: a list

const isSpatial = ({ name }: DataType): boolean => spatial.has(name);
