import type { AlterTable, CreateTable, Dialect, Setting } from '@myriad/sql';
import { printNode } from '@myriad/sql';
import { charsetOfTable, defaultCollation } from '../predict/column-changes.ts';
import type { TableModel } from '../schema/table.ts';
import type { Words } from '../words.ts';

/** What an option is when nobody says it. */
const defaults: Readonly<Record<string, string>> = {
  COMMENT: "''", ROW_FORMAT: 'DEFAULT', KEY_BLOCK_SIZE: '0', STATS_PERSISTENT: 'DEFAULT', STATS_AUTO_RECALC: 'DEFAULT', STATS_SAMPLE_PAGES: 'DEFAULT',
  MAX_ROWS: '0', MIN_ROWS: '0', AVG_ROW_LENGTH: '0', DELAY_KEY_WRITE: '0', PACK_KEYS: 'DEFAULT', CHECKSUM: '0', ENCRYPTION: "'N'", COMPRESSION: "''",
  AUTOEXTEND_SIZE: '0', PAGE_COMPRESSED: 'DEFAULT', ENCRYPTED: 'DEFAULT', PAGE_CHECKSUM: 'DEFAULT', TRANSACTIONAL: 'DEFAULT', CONNECTION: "''",
  SECONDARY_ENGINE: 'NULL', ENGINE_ATTRIBUTE: "''", INSERT_METHOD: 'NO',
}; // biome-ignore format: a table

/** Options as they were, and what no statement brings back. */
export function undoOptions(
  { actions }: AlterTable,
  create: CreateTable,
  before: TableModel,
  dialect: Dialect,
): { readonly actions: readonly string[]; readonly remains: readonly Words[] } {
  const undone = new Map<string, string>();
  const remains: Words[] = [];
  for (const action of actions) {
    if (action.kind === 'convert-charset') undone.set('CHARSET', charsetText(before, dialect));
    if (action.kind !== 'setting' || action.name === 'ALGORITHM' || action.name === 'LOCK') continue;
    const key = action.name.toUpperCase();
    const old = create.settings.find(({ name }) => name.toUpperCase() === key);
    if (key === 'CHARACTER SET' || key === 'COLLATE') undone.set('CHARSET', charsetText(before, dialect));
    else if (key === 'AUTO_INCREMENT' && old === undefined) continue;
    else if (old) undone.set(key, printNode(old, dialect));
    else if (key === 'KEY_BLOCK_SIZE' && dialect.flavour === 'mariadb') remains.push(onKeys);
    else if (defaults[key] !== undefined) undone.set(key, settingText(action, defaults[key]));
    else remains.push({ en: `${key} cannot be unset.`, zh: `选项 ${key} 无法取消。` });
  }
  if (undone.has('ENGINE')) remains.push(ownOptions);
  return { actions: [...undone.values()], remains };
}

const settingText = ({ name, foreign }: Setting, value: string): string =>
  `${foreign ? `\`${name}\`` : name} = ${value}`;

function charsetText(before: TableModel, dialect: Dialect): string {
  const charset = charsetOfTable(before, dialect);
  return `DEFAULT CHARACTER SET ${charset} COLLATE ${before.collation ?? defaultCollation(charset, dialect)}`;
}

const onKeys: Words = {
  en: 'KEY_BLOCK_SIZE stays written at the keys.',
  zh: 'KEY_BLOCK_SIZE 会保留在各索引上。',
};
const ownOptions: Words = {
  en: 'Options that the other engine brought stay written.',
  zh: '另一存储引擎带来的选项会保留。',
};
