import type { LogEntry, LogLevel } from '@myriad/contract';

/** What is looked for, wherever it stands. */
export interface Sought {
  /** Epoch ms, both included. */
  readonly from: number;
  readonly to: number;
  readonly level: LogLevel;
  readonly text?: string | undefined;
  /** Entries of one log, the newest. */
  readonly limit: number;
}

const gravity: Readonly<Record<LogLevel, number>> = { note: 0, warning: 1, error: 2 };

/** Something without a time is in the range of what stands around it, so it fits any. */
export function isSought(
  { at, level, text, user, schema, code }: Pick<LogEntry, 'at' | 'level' | 'text' | 'user' | 'schema' | 'code'>,
  sought: Sought,
): boolean {
  if (at !== null && (at < sought.from || at > sought.to)) return false;
  if (gravity[level] < gravity[sought.level]) return false;
  const words = sought.text?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  if (words.length === 0) return true;
  const all = `${text}\n${user ?? ''}\n${schema ?? ''}\n${code ?? ''}`.toLowerCase();
  return words.every((word) => all.includes(word));
}
