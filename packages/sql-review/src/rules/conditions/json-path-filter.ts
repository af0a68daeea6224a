import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { bare, isComparison } from '../../tree/conditions.ts';

const isPath = (side: Expression): boolean =>
  (side.kind === 'binary' && (side.operator === '->' || side.operator === '->>')) ||
  isCallOf(side, 'JSON_EXTRACT', 'JSON_UNQUOTE', 'JSON_VALUE');

export const jsonPathFilter = defineRule({
  id: 'json-path-filter',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'A filter on a path of a JSON document reads every document: a generated column with an index does not.',
    zh: '按 JSON 路径过滤需要读取所有文档，请建立带索引的生成列。',
  },
  on: ['binary'],
  check: (node) => {
    if (!isComparison(node.operator)) return undefined;
    return [node.left, node.right]
      .map(bare)
      .filter(isPath)
      .map((side) => at(side, 'Every document is read.', '需要读取所有文档。'));
  },
});
