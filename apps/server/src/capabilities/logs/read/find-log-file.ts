import type { Words } from '@myriad/contract';
import { layoutOf, readNamed } from '@myriad/mysql';
import type { LogSource } from '../find-targets.ts';
import type { LogParts } from '../parts.ts';
import { shownLogText } from '../shown-log-text.ts';
import { openWatching } from './open-watching.ts';

/** Why there is nothing to read, in words. */
export class NothingToRead extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

/** A server may say anything: only a plain name like a log's is looked for on its host. */
const looksLikeLog = (file: string): boolean => /^\/[\w./+@-]+\.(err|log)$/.test(file) && !file.includes('..');

/**
 * Where a log lies. Of an instance deployed here it is known; any other says it.
 * @throws NothingToRead, PathError, ProblemError
 */
export async function findLogFile(parts: LogParts, { kind, record }: LogSource, signal: AbortSignal): Promise<string> {
  if (record.packageId !== null) return layoutOf(record.directory)[kind === 'error' ? 'errorLog' : 'slowLog'];
  await using session = await openWatching(parts, record, signal);
  const told = await readNamed(session, 'variables', [
    ...['datadir', 'log_error', 'slow_query_log', 'slow_query_log_file', 'log_output'],
  ]);
  const value = (name: string): string => told.get(name) ?? '';
  if (kind === 'slow') requireSlowFile(value);
  const name = value(kind === 'error' ? 'log_error' : 'slow_query_log_file');
  const file = name.startsWith('/') ? name : `${value('datadir').replace(/\/$/, '')}/${name.replace(/^\.\//, '')}`;
  if (looksLikeLog(file)) return file;
  const { text } = shownLogText(name, 200);
  throw new NothingToRead({
    en: `The server names no log file that could be read (“${text}”).`,
    zh: `服务器没有给出可读取的日志文件（“${text}”）。`,
  });
}

function requireSlowFile(value: (name: string) => string): void {
  if (/^(OFF|0)$/i.test(value('slow_query_log')))
    throw new NothingToRead({
      en: 'The slow log is switched off on this server (slow_query_log).',
      zh: '该服务器未开启慢日志（slow_query_log）。',
    });
  if (!/FILE/i.test(value('log_output')))
    throw new NothingToRead({
      en: `The server writes no slow log file (log_output is ${shownLogText(value('log_output'), 50).text}).`,
      zh: `服务器不写慢日志文件（log_output 为 ${shownLogText(value('log_output'), 50).text}）。`,
    });
}
