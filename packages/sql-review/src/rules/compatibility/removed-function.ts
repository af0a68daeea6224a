import { at, defineRule } from '../../rule.ts';
import { mysqlFrom } from '../../versions.ts';

const gone: ReadonlySet<string> = new Set([
  'AREA',
  'ASBINARY',
  'ASTEXT',
  'CENTROID',
  'CONTAINS',
  'CROSSES',
  'DIMENSION',
  'DISJOINT',
  'ENDPOINT',
  'ENVELOPE',
  'EQUALS',
  'GEOMFROMTEXT',
  'GEOMETRYFROMTEXT',
  'GEOMFROMWKB',
  'GLENGTH',
  'INTERSECTS',
  'NUMPOINTS',
  'OVERLAPS',
  'POINTFROMTEXT',
  'STARTPOINT',
  'TOUCHES',
  'WITHIN',
  'JSON_APPEND',
]);

export const removedFunction = defineRule({
  id: 'removed-function',
  grade: 'E',
  theme: 'compatibility',
  why: {
    en: 'The function is gone in MySQL 8: the statement fails.',
    zh: '该函数在 MySQL 8 中已移除，语句会报错。',
  },
  versions: mysqlFrom(80000),
  on: ['call'],
  check: (call) =>
    !call.schema &&
    !call.quoted &&
    gone.has(call.name.toUpperCase()) &&
    at(
      call,
      call.name.toUpperCase() === 'JSON_APPEND'
        ? 'Use JSON_ARRAY_APPEND().'
        : `Use ST_${call.name.toUpperCase()}() or its successor.`,
      call.name.toUpperCase() === 'JSON_APPEND'
        ? '请使用 JSON_ARRAY_APPEND()。'
        : `请使用 ST_${call.name.toUpperCase()}() 等替代函数。`,
    ),
});
