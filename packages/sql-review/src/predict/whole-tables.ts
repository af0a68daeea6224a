import {
  type CreateTable,
  type DropTables,
  type QualifiedName,
  resolveNames,
  type Statement,
  type TruncateTable,
} from '@myriad/sql';
import { isOn, variableOf } from '../facts/instance.ts';
import { bytesOf } from '../facts/statistics.ts';
import { isSame, type TableModel } from '../schema/table.ts';
import type { Words } from '../words.ts';
import { dictionarySeconds, type Estimate, type Range } from './estimate.ts';
import type { DdlPrediction, KnownTables } from './predict-ddl.ts';

/** What empties, drops or makes whole tables: no algorithm is chosen, no row of an old table is written anew. */
export function predictWhole(statement: Statement, known: KnownTables): readonly DdlPrediction[] {
  switch (statement.kind) {
    case 'truncate-table':
      return [goes(statement.name, known, refusalOfTruncate(statement, known), [emptied])];
    case 'drop-table':
      return statement.temporary
        ? []
        : statement.names.map((name) => goes(name, known, refusalOfDrop(name, statement, known), [dropped]));
    case 'create-table':
      return isThere(statement, known) ? [] : made(statement, known);
    default:
      return [];
  }
}

const textOf = ({ schema, name }: QualifiedName): string =>
  schema === undefined ? name.name : `${schema.name}.${name.name}`;
const nameOf = ({ schema, name }: QualifiedName) => ({ schema: schema?.name, name: name.name });

function prediction(
  name: QualifiedName,
  lock: DdlPrediction['lock'],
  estimate: Estimate,
  words: readonly Words[],
): DdlPrediction {
  const about = { table: textOf(name), algorithm: undefined, rebuilds: false, lock, isRefused: false };
  return { ...about, reasons: words, confidence: 'documented', ...estimate };
}

const gigabyte = 1_073_741_824;

/** The file goes while all who want the table wait; a large one takes the file system a while. */
function goes(
  name: QualifiedName,
  known: KnownTables,
  refusal: Words | undefined,
  words: readonly Words[],
): DdlPrediction {
  const size = known.statisticsOf(nameOf(name));
  const bytes = size?.dataBytes === undefined ? undefined : bytesOf(size);
  const seconds: Range | undefined =
    bytes === undefined ? undefined : { from: 0, to: Math.max(1, Math.round(bytes / (20 * gigabyte))) };
  const estimate = {
    diskBytes: 0,
    seconds,
    replicaLagSeconds: seconds,
    assumptions: bytes === undefined ? [] : [unlinked],
  };
  const base = prediction(name, 'EXCLUSIVE', estimate, refusal ? [refusal, ...words] : words);
  return { ...base, isRefused: refusal !== undefined, confidence: confidenceOf(known) };
}

const confidenceOf = ({ dialect: { flavour, version } }: KnownTables): DdlPrediction['confidence'] =>
  (flavour === 'mysql' ? version[0] === 9 : version[0] === 10 && version[1] === 11) ? 'measured' : 'documented';

/** Tables of others whose keys point to this one. */
function childrenOf(name: QualifiedName, { schema, facts }: KnownTables): readonly TableModel[] {
  const table = schema.tableOf(name);
  if (table === undefined || isOn(facts.instance, 'foreign_key_checks') === false) return [];
  return [...schema.listTables()].filter(
    (other) =>
      other !== table &&
      other.foreignKeys.some((key) => schema.tableAt(key.schema ?? other.schema, key.table) === table),
  );
}

function refusalOfTruncate({ name }: TruncateTable, known: KnownTables): Words | undefined {
  const [child] = childrenOf(name, known);
  return child && pointed(child);
}

function refusalOfDrop(name: QualifiedName, { names }: DropTables, known: KnownTables): Words | undefined {
  // MySQL takes them together in any order, MariaDB one after the other.
  const before = known.dialect.flavour === 'mysql' ? names : names.slice(0, names.indexOf(name));
  const isGone = (child: TableModel) => before.some((one) => known.schema.tableOf(one) === child);
  const child = childrenOf(name, known).find((one) => !isGone(one));
  return child && pointed(child);
}

const pointed = ({ name }: TableModel): Words => ({
  en: `A foreign key of ${name} points to it: the server refuses.`,
  zh: `${name} 的外键引用了该表，服务器会拒绝执行。`,
});
const emptied: Words = {
  en: 'The table is made anew, empty: no ROLLBACK brings the rows back.',
  zh: '重新创建空表，无法通过 ROLLBACK 恢复数据。',
};
const dropped: Words = {
  en: 'No ROLLBACK brings the table back.',
  zh: '无法通过 ROLLBACK 恢复该表。',
};
const unlinked: Words = {
  en: 'Time: the file system removes 20 GB a second or more, once nobody uses the table.',
  zh: '耗时：在无人使用该表之后，按文件系统每秒删除 20 GB 以上估算。',
};

const isThere = ({ ifNotExists, name }: CreateTable, { schema }: KnownTables): boolean =>
  ifNotExists && schema.presenceOf(name) === 'there';

function made(statement: CreateTable, known: KnownTables): readonly DdlPrediction[] {
  const quick = { diskBytes: 0, seconds: dictionarySeconds, replicaLagSeconds: dictionarySeconds, assumptions: [] };
  if (statement.like) return [prediction(statement.name, 'NONE', quick, [onlyShape])];
  return statement.query ? [filled(statement, known)] : [];
}

/** CREATE TABLE … SELECT: at most all that is read is written again. */
function filled(statement: CreateTable, known: KnownTables): DdlPrediction {
  const read = resolveNames(statement.query ?? statement).tables;
  const sizes = read.map(({ schema, table }) => known.statisticsOf({ schema, name: table }));
  const bytes = sizes.reduce<number | undefined>(
    (sum, size) => (sum === undefined || size?.dataBytes === undefined ? undefined : sum + size.dataBytes),
    0,
  );
  const seconds: Range | undefined =
    bytes === undefined ? undefined : { from: 0, to: Math.max(1, Math.round(bytes / slowCopy)) };
  const estimate = {
    diskBytes: bytes,
    seconds,
    replicaLagSeconds: seconds,
    assumptions: bytes === undefined ? [] : [copied],
  };
  const isLoose = ['READ-COMMITTED', 'READ-UNCOMMITTED'].includes(isolationOf(known));
  const stored = read.filter(
    ({ schema, table }) => !isSame(schema, statement.name.schema?.name) || !isSame(table, statement.name.name.name),
  );
  const isLocking = stored.length > 0 && !isLoose && !statement.temporary;
  return {
    ...prediction(statement.name, isLocking ? 'SHARED' : 'NONE', estimate, isLocking ? [lockedSource] : []),
    confidence: confidenceOf(known),
  };
}

const isolationOf = ({ facts }: KnownTables): string =>
  variableOf(facts.instance, 'transaction_isolation') ?? variableOf(facts.instance, 'tx_isolation') ?? '';

const slowCopy = 5 * 1_048_576;
const onlyShape: Words = { en: 'Only the definition is taken over, no rows.', zh: '只复制表结构，不复制数据。' };
const lockedSource: Words = {
  en: 'The rows that are read stay locked until it is done: writes to the tables it reads wait.',
  zh: '读取的行在完成前一直被锁定：对源表的写入会等待。',
};
const copied: Words = {
  en: 'At most all that is read is written once more. Time: 5 MB a second or more.',
  zh: '最多把读取的数据再写一份。耗时：按每秒 5 MB 以上估算。',
};
