import type { Words } from '../words.ts';
import type { DdlTable } from './ddl-facts.ts';
import type { Difference } from './list-changes.ts';
import type { Way } from './predict-change.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What it takes; `undefined` where the size of the table is not known. */
export interface Estimate {
  /** Free space needed while it runs, in bytes, beside the table as it is. */
  readonly diskBytes: number | undefined;
  readonly seconds: Range | undefined;
  /** How far replicas fall behind: they start when the primary is done. */
  readonly replicaLagSeconds: Range | undefined;
  readonly assumptions: readonly Words[];
}

/** Up to 2 s, 1 min, 1 h at worst, and longer: what somebody plans by. */
export type TimeClass = 'moment' | 'seconds' | 'minutes' | 'hours';

export const timeClassOf = ({ seconds }: Pick<Estimate, 'seconds'>): TimeClass | undefined => {
  if (seconds === undefined) return undefined;
  return seconds.to <= 2 ? 'moment' : seconds.to <= 60 ? 'seconds' : seconds.to <= 3600 ? 'minutes' : 'hours';
};

const megabyte = 1_048_576;
/** Bytes a second, from a busy disk to a fast one that is idle. */
const speeds = {
  rebuild: { slow: 15 * megabyte, fast: 120 * megabyte },
  index: { slow: 30 * megabyte, fast: 250 * megabyte },
  copy: { slow: 5 * megabyte, fast: 50 * megabyte },
} as const;
/** What changes only the dictionary waits for its lock and writes a few pages. */
export const dictionarySeconds: Range = { from: 0, to: 1 };
/** `innodb_online_alter_log_max_size`: what others write meanwhile is kept here. */
const onlineLogBytes = 128 * megabyte;
/** Bytes an entry of an index takes where nobody measured: key, primary key, header. */
const entryBytes = 40;

export function estimateOf(way: Way, { changes }: Difference, table: DdlTable): Estimate {
  const newIndexes = changes.filter(({ kind }) => indexKinds.has(kind)).length;
  if (way.algorithm === 'INSTANT' || (!way.rebuilds && newIndexes === 0))
    return { diskBytes: 0, seconds: dictionarySeconds, replicaLagSeconds: dictionarySeconds, assumptions: [] };
  const { rows, dataBytes, indexBytes } = table;
  const unknown = { diskBytes: undefined, seconds: undefined, replicaLagSeconds: undefined };
  if (dataBytes === undefined) return { ...unknown, assumptions: [noSize] };
  const built = newIndexes * (rows ?? dataBytes / 100) * entryBytes;
  const whole = dataBytes + (indexBytes ?? 0);
  const log = way.lock === 'NONE' ? onlineLogBytes : 0;
  if (way.rebuilds) {
    const seconds = rangeOf(whole + built, way.algorithm === 'COPY' ? speeds.copy : speeds.rebuild);
    const diskBytes = Math.round(whole + built + log);
    return {
      diskBytes,
      seconds,
      replicaLagSeconds: seconds,
      assumptions: [way.algorithm === 'COPY' ? copied : rebuilt],
    };
  }
  // The table is read once, entries are sorted in files, then written.
  const seconds = rangeOf(dataBytes + 2 * built, speeds.index);
  return { diskBytes: Math.round(2 * built + log), seconds, replicaLagSeconds: seconds, assumptions: [indexed] };
}

const indexKinds: ReadonlySet<string> = new Set([
  'add-index', 'add-fulltext', 'add-spatial', 'add-vector', 'add-functional-index', 'add-virtual-index', 'add-primary-key',
]); // biome-ignore format: a list

const rangeOf = (bytes: number, { slow, fast }: { readonly slow: number; readonly fast: number }): Range => ({
  from: Math.round(bytes / fast),
  to: Math.max(1, Math.round(bytes / slow)),
});

const noSize: Words = { en: 'The size of the table is not known.', zh: '表大小未知。' };
const rebuilt: Words = {
  en: 'Disk: data and indexes once more, and 128 MB for what is written meanwhile. Time: 15 to 120 MB a second.',
  zh: '磁盘：数据与索引再占一份，另加 128 MB 存放期间的写入。耗时：按每秒 15–120 MB 估算。',
};
const copied: Words = {
  en: 'Disk: data and indexes once more. Time: 5 to 50 MB a second, row by row.',
  zh: '磁盘：数据与索引再占一份。耗时：逐行复制，按每秒 5–50 MB 估算。',
};
const indexed: Words = {
  en: 'Disk: twice the new index (40 bytes an entry). Time: 30 to 250 MB a second.',
  zh: '磁盘：新索引的两倍（每条 40 字节）。耗时：按每秒 30–250 MB 估算。',
};
