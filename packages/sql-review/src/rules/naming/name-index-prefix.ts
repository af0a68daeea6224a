import { at, defineRule } from '../../rule.ts';

export const nameIndexPrefix = defineRule({
  id: 'name-index-prefix',
  grade: 'N',
  theme: 'naming',
  about: 'names',
  why: {
    en: 'A name that tells the kind of an index is understood in every error and every plan.',
    zh: '索引名体现类型，便于在报错和执行计划中识别。',
  },
  parameters: { index: 'idx_', unique: 'uk_' },
  on: ['index-definition', 'create-index'],
  check: (node, _, { index, unique }) => {
    const wanted = node.type === 'UNIQUE' ? unique : node.type === 'INDEX' ? index : undefined;
    return (
      node.name &&
      wanted !== undefined &&
      !node.name.name.toLowerCase().startsWith(wanted) &&
      at(node.name, `The name does not begin with ${wanted}.`, `名称没有以 ${wanted} 开头。`)
    );
  },
});
