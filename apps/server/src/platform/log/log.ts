import { systemClock } from '../clock/clock.ts';
import { createRedactor, type Redactor } from './redact.ts';

export type LogLevel = 'debug' | 'info' | 'warning' | 'error';
export type LogFields = Readonly<Record<string, unknown>>;

/** A log line is a fact: what happened (a stable phrase), and ids to find it by. Never a row of somebody's data. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warning(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** A log whose lines all carry these fields. */
  with(fields: LogFields): Log;
  /** From now on this value is blanked out of every line, wherever it stands. */
  hide(secret: string): void;
}

const weight: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warning: 2, error: 3 };

export interface LogOptions {
  readonly level?: LogLevel;
  /** Takes one line, without its line end. */
  readonly write?: (line: string) => void;
  readonly now?: () => number;
}

/** JSON lines on stderr: `{"at":"…","level":"info","event":"…", …}`. */
export function createLog(options: LogOptions = {}): Log {
  const write = options.write ?? ((line: string) => void process.stderr.write(`${line}\n`));
  return logWith({}, createRedactor(), weight[options.level ?? 'info'], write, options.now ?? systemClock.now);
}

function logWith(
  common: LogFields,
  redactor: Redactor,
  lowest: number,
  write: (line: string) => void,
  now: () => number,
): Log {
  const line =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (weight[level] < lowest) return;
      const at = new Date(now()).toISOString();
      write(redactor.blank(JSON.stringify({ at, level, event, ...redactor.clean({ ...common, ...fields }) })));
    };
  return {
    debug: line('debug'),
    info: line('info'),
    warning: line('warning'),
    error: line('error'),
    with: (fields) => logWith({ ...common, ...fields }, redactor, lowest, write, now),
    hide: (secret) => redactor.hide(secret),
  };
}
