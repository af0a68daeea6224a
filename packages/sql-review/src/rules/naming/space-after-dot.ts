import type { Identifier } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const spaceAfterDot = defineRule({
  id: 'space-after-dot',
  grade: 'N',
  off: true,
  theme: 'naming',
  about: 'text',
  why: {
    en: 'A space beside the dot of a name hides that the two words are one name.',
    zh: '名称中点号旁的空格会掩盖两个词属于同一个名称。',
  },
  on: ['column', 'qualified-name', 'star'],
  check: (node) => {
    // Most names are of one part.
    if ((node.kind === 'qualified-name' ? node.schema : node.table) === undefined) return undefined;
    const isWide =
      node.kind === 'qualified-name'
        ? isApart(node.schema, node.name)
        : isApart(node.schema, node.table) || (node.kind === 'column' && isApart(node.table, node.name));
    return isWide && at(node, 'Write the name without spaces.', '请去掉名称中点号旁的空格。');
  },
});

/** Whether more than the dot stands between two parts of a name. */
const isApart = (left: Identifier | undefined, right: Identifier | undefined): boolean =>
  left !== undefined && right !== undefined && right.start !== left.end + 1;
