import {
  type LogEntry,
  type LogOutcome,
  type LogTarget,
  mergeEntries,
  NoAnswer,
  Problem,
  ProblemAnswer,
  readLogLines,
} from '@myriad/contract';
import type { CommandCall } from '../../command.ts';
import type { Language } from '../../language.ts';

export interface FoundInLogs {
  readonly targets: readonly LogTarget[];
  readonly outcomes: readonly LogOutcome[];
  /** By time. */
  readonly entries: readonly LogEntry[];
  /** Logs nobody came to any more. */
  readonly unfinished: number;
}

type Search = Pick<CommandCall, 'server' | 'terminal' | 'signal' | 'language'>;

/** Follows a search to its end, and says on the error output how it goes. @throws ProblemAnswer, NoAnswer */
export async function followSearch(
  { server, terminal, signal, language }: Search,
  query: Readonly<Record<string, string>>,
): Promise<FoundInLogs> {
  const { url, headers } = server();
  const address = `${url}/api/logs?${new URLSearchParams(query)}`;
  const targets: LogTarget[] = [];
  const outcomes: LogOutcome[] = [];
  const logs: (readonly LogEntry[])[] = [];
  try {
    const response = await fetch(address, { headers, signal });
    if (!response.ok || !response.body) throw new ProblemAnswer(Problem.parse(await response.json()));
    for await (const line of readLogLines(response.body)) {
      if (line.type === 'targets') targets.push(...line.targets);
      if (line.type === 'entries') logs.push(line.entries);
      if (line.type === 'outcome') {
        outcomes.push(line.outcome);
        terminal.err(sayOutcome(line.outcome, targets, `${outcomes.length}/${targets.length}`, language));
      }
      if (line.type === 'end') return { targets, outcomes, entries: mergeEntries(logs), unfinished: line.unfinished };
    }
  } catch (error) {
    if (signal.aborted || error instanceof ProblemAnswer) throw error;
    throw new NoAnswer(address, error);
  }
  throw new NoAnswer(address, new Error('the answer broke off'));
}

/** One line a log: where, how many, and what was not read. */
function sayOutcome(
  { key, state, found, because, readBackTo }: LogOutcome,
  targets: readonly LogTarget[],
  count: string,
  language: Language,
): string {
  const target = targets.find((each) => each.key === key);
  const name = [target?.kind, target?.instance].filter(Boolean).join(' ');
  const zh = language === 'zh';
  const parts = state === 'failed' ? [zh ? '失败' : 'failed'] : [zh ? `${found} 条` : `${found} found`];
  if (readBackTo !== undefined) {
    const at = new Date(readBackTo).toISOString();
    parts.push(zh ? `${at} 之前未检索` : `not looked at before ${at}`);
  }
  if (because) parts.push(because[language]);
  return `${count} ${name}: ${parts.join(zh ? '，' : ', ')}\n`;
}
