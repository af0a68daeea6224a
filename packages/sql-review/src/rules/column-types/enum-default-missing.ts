import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { stringIn } from '../../tree/calls.ts';

export const enumDefaultMissing = defineRule({
  id: 'enum-default-missing',
  grade: 'E',
  theme: 'column-types',
  why: {
    en: 'The default of an ENUM is one of its values (error 1067).',
    zh: 'ENUM 的默认值必须是其取值之一（错误 1067）。',
  },
  on: ['column-definition'],
  check: ({ type, attributes }) =>
    attributes.flatMap((part) => {
      const value = part.kind === 'column-attribute' && part.name === 'DEFAULT' ? part.value : undefined;
      if (type?.name !== 'ENUM' || value?.kind !== 'literal' || value.type !== 'string') return [];
      const isKnown = type.values.some((one) => isSame(stringIn(one)?.trimEnd(), value.value.trimEnd()));
      return isKnown ? [] : [at(value, 'Not one of the values.', '不在取值列表中。')];
    }),
});
