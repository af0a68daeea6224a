import { readFileSync } from 'node:fs';
import type { Version } from '../version.ts';

/** What a value looks like. `set`: some of many, by commas. */
export type ParameterKind = 'switch' | 'whole' | 'number' | 'one-of' | 'set' | 'text';

/** One global parameter, as a server of its flavour tells it. */
export interface Parameter {
  readonly flavor: Version['flavor'];
  readonly name: string;
  readonly kind: ParameterKind;
  /** `now`: SET GLOBAL takes it · `restart`: only the option file · `never`: the server only tells it. */
  readonly change: 'now' | 'restart' | 'never';
  /** How the option file calls it; undefined: it does not stand there. */
  readonly option: string | undefined;
  /** Of `whole` and `number`; texts, for some are beyond 2^53. */
  readonly least: string | undefined;
  readonly most: string | undefined;
  /** Of `one-of` and `set`, where the server tells them. */
  readonly values: readonly string[];
}

/** Called otherwise in the option file, or taken there although the server does not say so. */
const optionNames: Readonly<Record<string, string>> = {
  time_zone: 'default_time_zone',
  character_set_server: 'character_set_server',
  collation_server: 'collation_server',
  default_storage_engine: 'default_storage_engine',
  lc_time_names: 'lc_time_names',
  slave_parallel_mode: 'slave_parallel_mode',
  tx_isolation: 'transaction_isolation',
  tx_read_only: 'transaction_read_only',
};

/** Known to a plugin only, which is not loaded while a data directory is made. */
const ofPlugin = /^(rpl_semi_sync_|clone_|validate_password)/;

/** Choices the servers do not list, by the manual. */
const choices: Readonly<Record<string, readonly string[]>> = {
  binlog_format: ['ROW', 'STATEMENT', 'MIXED'],
  binlog_row_image: ['FULL', 'MINIMAL', 'NOBLOB'],
  binlog_row_metadata: ['MINIMAL', 'FULL'],
  binlog_checksum: ['NONE', 'CRC32'],
  transaction_isolation: ['READ-UNCOMMITTED', 'READ-COMMITTED', 'REPEATABLE-READ', 'SERIALIZABLE'],
  rpl_semi_sync_source_wait_point: ['AFTER_SYNC', 'AFTER_COMMIT'],
  event_scheduler: ['ON', 'OFF', 'DISABLED'],
  log_timestamps: ['UTC', 'SYSTEM'],
  innodb_change_buffering: ['none', 'inserts', 'deletes', 'changes', 'purges', 'all'],
  innodb_default_row_format: ['redundant', 'compact', 'dynamic'],
  binlog_error_action: ['ABORT_SERVER', 'IGNORE_ERROR'],
  internal_tmp_mem_storage_engine: ['MEMORY', 'TempTable'],
};

const read = (flavor: Version['flavor'], file: string): ReadonlyMap<string, Parameter> => {
  const lines = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [name = '', kind = 'text', change = 'never', inFile, least, most, values] = line.split('\t');
        const known = values ? values.split(',') : (choices[name] ?? []);
        const plain = inFile === 'file' ? name : optionNames[name];
        const option = plain && ofPlugin.test(name) ? `loose_${plain}` : plain;
        const parameter = {
          flavor,
          name,
          kind: kind as ParameterKind,
          change: change as Parameter['change'],
          option,
          least: least || undefined,
          most: most || undefined,
          values: known,
        };
        return [name, parameter];
      }),
  );
};

type Book = ReadonlyMap<string, Parameter>;
let books: { readonly mysql: Book; readonly mariadb: Book } | undefined;

/** Read when first asked for. What the newest server tells goes before what only older ones had. */
const openBooks = () => {
  books ??= {
    mysql: new Map([...read('mysql', 'mysql-older.tsv'), ...read('mysql', 'mysql-9.7.tsv')]),
    mariadb: read('mariadb', 'mariadb-10.11.tsv'),
  };
  return books;
};

/** `binlog-format` and `BINLOG_FORMAT` are the same; `loose_` says nothing of the parameter. */
export const parameterName = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll('-', '_')
    .replace(/^loose_/, '');

/**
 * What is known of a parameter. Read off MySQL 9.7 and MariaDB 10.11, older names by the manual: whether a server of another
 * version has it is for that server to say.
 */
export const findParameter = ({ flavor }: Pick<Version, 'flavor'>, name: string): Parameter | undefined =>
  openBooks()[flavor].get(parameterName(name));

/** How an option of the file is called as a parameter. */
export function parameterOfOption(version: Pick<Version, 'flavor'>, option: string): Parameter | undefined {
  const name = parameterName(option);
  const renamed = Object.entries(optionNames).find(([, own]) => own === name)?.[0];
  return findParameter(version, name) ?? (renamed === undefined ? undefined : findParameter(version, renamed));
}

/** All of a flavour, by name: for choosing from. */
export const allParameters = ({ flavor }: Pick<Version, 'flavor'>): readonly Parameter[] => [
  ...openBooks()[flavor].values(),
];
