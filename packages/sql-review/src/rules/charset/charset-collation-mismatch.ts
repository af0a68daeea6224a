import type { Node, Setting } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { attributeValue, charsetOfCollation, settingValue, wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';
import type { KindMap } from '../../tree/kinds.ts';

const normal = (charset: string): string => (isSame(charset, 'utf8') ? 'utf8mb3' : charset.toLowerCase());

interface Pair {
  readonly charset: string | undefined;
  readonly collation: string | undefined;
  readonly place: Node | undefined;
}

/** The set that is named, and the collation beside it. */
function pairOf(
  node: KindMap[
    | 'create-table'
    | 'alter-table'
    | 'create-database'
    | 'alter-database'
    | 'column-definition'
    | 'convert-charset'
    | 'set-names'],
): Pair {
  if (node.kind === 'convert-charset' || node.kind === 'set-names')
    return { charset: wordOf(node.charset), collation: wordOf(node.collation), place: node.collation };
  if (node.kind === 'column-definition') {
    const { charset, collation } = node.type ?? {};
    const written = attributeValue(node, 'COLLATE');
    return { charset, collation: collation ?? wordOf(written), place: written ?? node.type };
  }
  const settings: readonly Node[] = node.kind === 'alter-table' ? node.actions : node.settings;
  const place = settings.find(
    (one: Node): one is Setting => one.kind === 'setting' && (one as Setting).name === 'COLLATE',
  );
  return { charset: settingValue(settings, 'CHARACTER SET'), collation: wordOf(place?.value), place };
}

export const charsetCollationMismatch = defineRule({
  id: 'charset-collation-mismatch',
  grade: 'E',
  theme: 'charset',
  why: {
    en: 'A collation belongs to one character set: the server refuses another (error 1253).',
    zh: '排序规则属于特定字符集，不匹配时会被拒绝（错误 1253）。',
  },
  on: [
    'create-table',
    'alter-table',
    'create-database',
    'alter-database',
    'column-definition',
    'convert-charset',
    'set-names',
  ],
  check: (node) => {
    const { charset, collation, place } = pairOf(node);
    const own = charsetOfCollation(collation);
    // MariaDB's uca1400 collations go with several sets.
    return (
      place &&
      own !== undefined &&
      charset !== undefined &&
      !isSame(charset, 'DEFAULT') &&
      !own.startsWith('uca') &&
      own !== 'binary' &&
      normal(own) !== normal(charset) &&
      at(place, `Not a collation of ${charset}.`, `不是 ${charset} 的排序规则。`)
    );
  },
});
