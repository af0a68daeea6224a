import type { ChangeKind } from './change.ts';
import type { DdlChange, Way } from './predict-change.ts';

const definitionOnly: ReadonlySet<ChangeKind> = new Set([
  'column-default', 'column-comment', 'said-again', 'rename-table', 'table-comment', 'nothing', 'extend-enum', 'rename-column', 'rename-index', 'index-comment',
  'table-statistics', 'switch-keys', 'drop-check',
]); // biome-ignore format: a list

const mariadbToo: ReadonlySet<ChangeKind> = new Set([
  'index-visibility',
  'column-visibility',
  'table-option',
  'auto-increment-off',
]);
const mysqlToo: ReadonlySet<ChangeKind> = new Set([
  'key-block-size',
  'autoextend',
  'column-visibility',
  'change-enum-charset',
  'change-enum-collation',
]);

/** MyISAM, Aria and their kin: what is only in the definition is quick, all else copies the table. */
export function wayOfOtherEngine({ difference: { changes }, dialect }: DdlChange): Way | undefined {
  const isCheap = (kind: ChangeKind) =>
    definitionOnly.has(kind) || (dialect.flavour === 'mariadb' ? mariadbToo : mysqlToo).has(kind);
  if (changes.every(({ kind }) => isCheap(kind)))
    return { algorithm: 'INSTANT', rebuilds: false, lock: 'NONE', reasons: [] };
  const words = { en: 'Only InnoDB changes tables online.', zh: '只有 InnoDB 支持在线变更。' };
  return { algorithm: 'COPY', rebuilds: true, lock: 'SHARED', reasons: [words] };
}
