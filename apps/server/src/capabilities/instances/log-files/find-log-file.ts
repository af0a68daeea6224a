import type { Words } from '@myriad/contract';
import { layoutOf } from '@myriad/mysql';
import { harmlessText } from '../../findings/index.ts';
import type { InstanceRecord } from '../../metadata/index.ts';
import type { LogPlace } from './log-actions.ts';

/** Why there is nothing to read, in words. */
export class NothingToRead extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

/** What a server is asked, to know where its logs lie. */
export const logVariables = ['datadir', 'log_error', 'slow_query_log', 'slow_query_log_file', 'log_output'] as const;
type Told = ReadonlyMap<string, string>;

/** A server may say anything: only a plain name like a log's is looked for on its host. */
const looksLikeLog = (file: string): boolean => /^\/[\w./+@-]+\.(err|log)$/.test(file) && !file.includes('..');
const quoted = (text: string): string => harmlessText(text, 200);

/**
 * Where a log lies. Of an instance deployed here it is known; any other says it, and is believed no further than its own OS account
 * reaches: the host decides that when it opens the file.
 * @throws NothingToRead, and what `ask` throws
 */
export async function findLogFile(
  { packageId, directory, port }: Pick<InstanceRecord, 'packageId' | 'directory' | 'port'>,
  kind: 'error' | 'slow',
  ask: (names: readonly string[]) => Promise<Told>,
): Promise<LogPlace> {
  if (packageId !== null) {
    const { errorLog, slowLog } = layoutOf(directory);
    return { file: kind === 'error' ? errorLog : slowLog, within: directory, port };
  }
  const told = await ask(logVariables);
  const value = (name: (typeof logVariables)[number]): string => told.get(name) ?? '';
  if (kind === 'slow') requireSlowFile(value('slow_query_log'), value('log_output'));
  const name = value(kind === 'error' ? 'log_error' : 'slow_query_log_file');
  const file = name.startsWith('/') ? name : `${value('datadir').replace(/\/$/, '')}/${name.replace(/^\.\//, '')}`;
  if (looksLikeLog(file)) return { file, within: '', port };
  throw new NothingToRead({
    en: `The server names no log file that could be read (“${quoted(name)}”).`,
    zh: `服务器没有给出可读取的日志文件（“${quoted(name)}”）。`,
  });
}

function requireSlowFile(isOn: string, output: string): void {
  if (/^(OFF|0)$/i.test(isOn))
    throw new NothingToRead({
      en: 'The slow log is switched off on this server (slow_query_log).',
      zh: '该服务器未开启慢日志（slow_query_log）。',
    });
  if (!/FILE/i.test(output))
    throw new NothingToRead({
      en: `The server writes no slow log file (log_output is ${quoted(output)}).`,
      zh: `服务器不写慢日志文件（log_output 为 ${quoted(output)}）。`,
    });
}
