import type { Dialect, Node } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { attributeValue, wordOf } from '../../schema/read-table.ts';
import type { KindMap } from '../../tree/kinds.ts';

export const collationUnknown = defineRule({
  id: 'collation-unknown',
  grade: 'E',
  theme: 'charset',
  why: {
    en: 'Collations come with versions: MySQL’s …_0900_… from 8.0 on, MariaDB’s …uca1400… from 10.10 on; elsewhere the server refuses them (error 1273).',
    zh: '排序规则随版本提供：MySQL 的 …_0900_… 自 8.0 起，MariaDB 的 …uca1400… 自 10.10 起；其他服务器会报错（错误 1273）。',
  },
  on: ['setting', 'convert-charset', 'set-names', 'column-definition', 'binary'],
  check: (node, { dialect }) => {
    const { name, place } = collationIn(node) ?? {};
    return (
      name !== undefined &&
      place &&
      !isKnown(name.toLowerCase(), dialect) &&
      at(place, `This server does not know ${name}.`, `该版本没有排序规则 ${name}。`)
    );
  },
});

function collationIn(
  node: KindMap['setting' | 'convert-charset' | 'set-names' | 'column-definition' | 'binary'],
): { readonly name: string | undefined; readonly place: Node | undefined } | undefined {
  if (node.kind === 'setting') return node.name === 'COLLATE' ? { name: wordOf(node.value), place: node } : undefined;
  if (node.kind === 'binary') {
    const name = node.right.kind === 'column' ? node.right.name.name : wordOf(node.right);
    return node.operator === 'COLLATE' ? { name, place: node } : undefined;
  }
  if (node.kind !== 'column-definition') return { name: wordOf(node.collation), place: node.collation };
  const written = attributeValue(node, 'COLLATE');
  return written ? { name: wordOf(written), place: written } : { name: node.type?.collation, place: node.type };
}

function isKnown(collation: string, { flavour, versionNumber }: Dialect): boolean {
  if (collation.includes('uca1400')) return flavour === 'mariadb' && versionNumber >= 101_001;
  if (!collation.startsWith('utf8mb4') || !collation.includes('_0900_')) return true;
  if (flavour === 'mysql') return versionNumber >= 80_001;
  // MariaDB maps them to its own: https://jira.mariadb.org/browse/MDEV-20912
  return (versionNumber >= 110_405 && versionNumber < 110_500) || versionNumber >= 110_702;
}
