import type { Column, Node, QualifiedName, Star } from '@myriad/sql';
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
  check: (node, { tokens }) => {
    // Most names are of one part.
    if ((node.kind === 'qualified-name' ? node.schema : node.table) === undefined) return undefined;
    const parts = partsOf(node);
    const isApart = parts.some((part, place) => {
      const before = parts[place - 1];
      return before !== undefined && tokens.text.slice(before.end, part.start) !== '.';
    });
    return isApart && at(node, 'Write the name without spaces.', '请去掉名称中点号旁的空格。');
  },
});

/** The parts of a name, from left to right. */
function partsOf(node: Column | QualifiedName | Star): readonly Node[] {
  const parts: readonly (Node | undefined)[] =
    node.kind === 'qualified-name'
      ? [node.schema, node.name]
      : [node.schema, node.table, node.kind === 'column' ? node.name : undefined];
  return parts.flatMap((part) => part ?? []);
}
