import { at, defineRule } from '../../rule.ts';
import { anyOf, mariadbFrom, mysqlFrom } from '../../versions.ts';

export const dropIndex = defineRule({
  id: 'drop-index',
  grade: 'W',
  theme: 'indexes',
  why: {
    en: 'A dropped index is missed at once and takes a long time to come back: make it invisible first and watch.',
    zh: '删除索引立即生效，重建却很慢：建议先设为不可见并观察。',
  },
  versions: anyOf(mysqlFrom(80000), mariadbFrom(100600)),
  on: ['drop-index', 'drop-element'],
  check: (node, { dialect }) => {
    const drops = node.kind === 'drop-index' || node.what === 'INDEX';
    const word = dialect.flavour === 'mysql' ? 'INVISIBLE' : 'IGNORED';
    return (
      drops &&
      at(
        node,
        `Make the index ${word} first, and drop it when nobody missed it.`,
        `请先将索引设为 ${word}，确认无影响后再删除。`,
      )
    );
  },
});
