import {
  type LogEntry,
  type LogOutcome,
  type LogTarget,
  NoAnswer,
  Problem,
  ProblemAnswer,
  readLogLines,
} from '@myriad/contract';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface LogSearch {
  readonly state: 'idle' | 'running' | 'over' | 'stopped';
  readonly targets: readonly LogTarget[];
  /** Instances that fit and are not the reader's to look into. */
  readonly leftOut: number;
  readonly outcomes: readonly LogOutcome[];
  /** Of each log that had any, in its own order. */
  readonly logs: readonly (readonly LogEntry[])[];
  readonly unfinished: number;
  readonly error?: Error;
}

const idle: LogSearch = { state: 'idle', targets: [], leftOut: 0, outcomes: [], logs: [], unfinished: 0 };

/** Follows one search at a time; a new one, or leaving the page, ends the one before on the platform too. */
export function useLogSearch() {
  const [search, setSearch] = useState<LogSearch>(idle);
  const running = useRef<AbortController>(undefined);

  const stop = useCallback(() => {
    running.current?.abort();
    setSearch((before) => (before.state === 'running' ? { ...before, state: 'stopped' } : before));
  }, []);

  const begin = useCallback((query: Readonly<Record<string, string>>) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setSearch({ ...idle, state: 'running' });
    // Of one that was replaced nothing is told any more.
    const change = (how: (before: LogSearch) => LogSearch) => own.signal.aborted || setSearch(how);
    follow(query, own.signal, change).catch((error: unknown) =>
      change((before) => ({
        ...before,
        state: 'over',
        error: error instanceof Error ? error : new Error(String(error)),
      })),
    );
  }, []);

  useEffect(() => () => running.current?.abort(), []);
  return { search, begin, stop };
}

async function follow(
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
  change: (how: (before: LogSearch) => LogSearch) => void,
): Promise<void> {
  const address = `/api/logs?${new URLSearchParams(query)}`;
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    throw new NoAnswer(address, error);
  });
  if (!response.ok || !response.body) throw new ProblemAnswer(Problem.parse(await response.json()));
  for await (const line of readLogLines(response.body)) {
    if (line.type === 'targets') change((before) => ({ ...before, targets: line.targets, leftOut: line.leftOut }));
    if (line.type === 'entries') change((before) => ({ ...before, logs: [...before.logs, line.entries] }));
    if (line.type === 'outcome') change((before) => ({ ...before, outcomes: [...before.outcomes, line.outcome] }));
    if (line.type === 'end') return change((before) => ({ ...before, state: 'over', unfinished: line.unfinished }));
  }
  throw new NoAnswer(address, new Error('the answer broke off'));
}
