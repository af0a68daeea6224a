/** One entry of a server's log, however many lines it has. */
export interface ServerLogEntry {
  /** Epoch ms; null: it has no time that can be read. */
  readonly at: number | null;
  readonly level: 'note' | 'warning' | 'error';
  /** As it stands there, without what became fields; lines joined by \n. */
  readonly text: string;
  /** `MY-010116`. */
  readonly code?: string;
  readonly subsystem?: string;
  readonly thread?: string;
  readonly user?: string;
  readonly schema?: string;
  /** How long the statement took, and what it did. */
  readonly seconds?: number;
  readonly lockSeconds?: number;
  readonly rowsSent?: number;
  readonly rowsExamined?: number;
}

export interface ParseLogOptions {
  /** Minutes east of UTC, for times that name no zone: MariaDB and old servers write in the zone of their host. */
  readonly offsetMinutes: number;
}

/** A line longer than this is cut: no log of a server has such, and a regular expression should not walk through it. */
const mostLine = 16_384;

export const linesOf = (text: string): readonly string[] =>
  text.split('\n').map((line) => (line.length > mostLine ? line.slice(0, mostLine) : line).replace(/\r$/, ''));
