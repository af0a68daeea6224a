import { at, defineRule } from '../../rule.ts';

export const aliasSameName = defineRule({
  id: 'alias-same-name',
  grade: 'N',
  theme: 'naming',
  why: {
    en: 'An alias that is the name itself says nothing.',
    zh: '别名与原名相同没有意义。',
  },
  on: ['select-item', 'named-table'],
  check: (node) => {
    const { alias } = node;
    const own =
      node.kind === 'named-table'
        ? node.name.name.name
        : node.expression.kind === 'column'
          ? node.expression.name.name
          : undefined;
    return (
      alias && own !== undefined && alias.name === own && at(alias, 'The alias is the name itself.', '别名与原名相同。')
    );
  },
});
