import type { Identifier } from '@myriad/sql';
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
  /** Any of them will do. */
  parameters: { index: ['idx_', 'ix_'], unique: ['uk_', 'uniq_', 'uq_', 'ux_', 'udx_', 'uidx_'] },
  on: ['index-definition', 'create-index', 'rename-element'],
  check: (node, _, { index, unique }) => {
    if (node.kind === 'rename-element') {
      // Nothing says which kind it is.
      if (node.what !== 'INDEX' || beginsWith(node.to, [...index, ...unique])) return undefined;
      return at(node.to, `The name does not begin with ${index[0]}.`, `名称没有以 ${index[0]} 开头。`);
    }
    const wanted = node.type === 'UNIQUE' ? unique : node.type === 'INDEX' ? index : undefined;
    const name = node.name ?? (node.kind === 'index-definition' ? node.constraint?.name : undefined);
    return (
      name &&
      wanted !== undefined &&
      !beginsWith(name, wanted) &&
      at(name, `The name does not begin with ${wanted[0]}.`, `名称没有以 ${wanted[0]} 开头。`)
    );
  },
});

const beginsWith = ({ name }: Identifier, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => name.toLowerCase().startsWith(prefix));
