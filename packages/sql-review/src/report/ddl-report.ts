import { timeClassOf } from '../predict/estimate.ts';
import type { DdlPrediction } from '../predict/predict-ddl.ts';
import type { Words } from '../words.ts';

/** The prediction as one object: the first table's, and those of further tables in `others`. Unknown is `null`. */
export function ddlObject(predictions: readonly DdlPrediction[], language: keyof Words): object | null {
  const [first, ...others] = predictions.map((one) => rowOf(one, language));
  return first === undefined ? null : { ...first, others };
}

const rowOf = (one: DdlPrediction, language: keyof Words) => ({
  table: one.table,
  algorithm: one.algorithm ?? null,
  rebuilds: one.rebuilds ?? null,
  lock: one.lock ?? null,
  refused: one.isRefused,
  diskBytes: one.diskBytes ?? null,
  seconds: one.seconds ?? null,
  timeClass: timeClassOf(one) ?? null,
  replicaLagSeconds: one.replicaLagSeconds ?? null,
  confidence: one.confidence,
  reasons: one.reasons.map((words) => words[language]),
  assumptions: one.assumptions.map((words) => words[language]),
});

/** One line for people; '' where nothing is known. */
export function ddlLine(one: DdlPrediction, language: keyof Words): string {
  if (one.lock === undefined) return '';
  const zh = language === 'zh';
  const parts = [
    one.algorithm ?? '',
    one.rebuilds ? (zh ? '重写全部数据' : 'writes every row anew') : '',
    lockWords[one.lock][language],
    one.diskBytes ? `${zh ? '磁盘' : 'disk'} ${sizeText(one.diskBytes)}` : '',
    one.seconds && one.seconds.to > 1 ? `${one.seconds.from}–${one.seconds.to} ${zh ? '秒' : 's'}` : '',
    one.isRefused ? (zh ? refusedWords(one).zh : refusedWords(one).en) : '',
  ].filter((part) => part !== '');
  const reasons = one.reasons.map((words) => words[language]);
  const line = `${one.table}${zh ? '：' : ': '}${parts.join(zh ? '，' : ', ')}`;
  return reasons.length === 0 ? line : `${line}${zh ? '。' : '. '}${reasons.join(zh ? '' : ' ')}`;
}

const refusedWords = ({ algorithm }: DdlPrediction): Words =>
  algorithm === undefined
    ? { en: 'refused by the server', zh: '会被服务器拒绝' }
    : { en: 'the server refuses the ALGORITHM or LOCK asked for', zh: '服务器会拒绝所写的 ALGORITHM 或 LOCK' };

const lockWords = {
  NONE: { en: 'reads and writes go on', zh: '不阻塞读写' },
  SHARED: { en: 'writes wait', zh: '阻塞写入' },
  EXCLUSIVE: { en: 'reads and writes wait', zh: '阻塞读写' },
} as const satisfies Record<string, Words>;

const sizeText = (bytes: number): string =>
  bytes >= 1_073_741_824 ? `${(bytes / 1_073_741_824).toFixed(1)} GB` : `${Math.ceil(bytes / 1_048_576)} MB`;
