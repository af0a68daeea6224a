import type { ServerLogEntry } from '@myriad/mysql';

/** One file of a log, the newest first. */
export interface LogFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** Epoch ms of its last change; 0: not known. */
  readonly changedAt: number;
}

export interface LogFormat {
  readonly parse: (text: string) => readonly ServerLogEntry[];
  /** Where an entry begins, at the begin of a line. */
  readonly head: RegExp;
}

export interface ReadBackParts {
  readonly format: LogFormat;
  readonly readPart: (file: LogFile, offset: number, length: number) => Promise<Buffer>;
  readonly fits: (entry: ServerLogEntry) => boolean;
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly mostBytes: number;
}

export interface ReadBack {
  /** The newest that fit, oldest first. */
  readonly entries: readonly ServerLogEntry[];
  readonly readBytes: number;
  readonly files: readonly LogFile[];
  /** Entries before this were not looked at. Absent: all of the range was. */
  readonly readBackTo?: number;
}

export const partBytes = 256 * 1024;
const probeBytes = 16 * 1024;
/** An entry longer than this loses its middle. */
const mostCarriedBytes = 512 * 1024;
/** Clocks and the order of lines of several threads are not exact. */
const slackMilliseconds = 60_000;

/** Reads a log from its end towards its beginning, and no further than it must. Of a large file the end of the range is searched for. */
export async function readBack(files: readonly LogFile[], parts: ReadBackParts): Promise<ReadBack> {
  const { format, fits, from, limit, mostBytes, to } = parts;
  let found: ServerLogEntry[] = [];
  let readBytes = 0;
  let reachedTo: number | undefined;
  const touched: LogFile[] = [];
  const read = async (file: LogFile, offset: number, length: number) => {
    const part = await parts.readPart(file, offset, length);
    readBytes += part.length;
    return part;
  };
  const answer = (whole: boolean): ReadBack => ({
    entries: found.slice(-limit),
    readBytes,
    files: touched,
    ...(whole || reachedTo === undefined ? {} : { readBackTo: reachedTo }),
  });
  for (const file of files) {
    // All in it is older than what is looked for, and so is what was rotated before.
    if (file.changedAt !== 0 && file.changedAt < from - slackMilliseconds) continue;
    if (file.sizeBytes === 0) continue;
    touched.push(file);
    let end = await endOf(file, to, format, read);
    let carried: Buffer = Buffer.alloc(0);
    while (end > 0) {
      if (readBytes >= mostBytes) return answer(false);
      const begin = Math.max(0, end - partBytes);
      const piece = Buffer.concat([await read(file, begin, end - begin), carried]);
      const text = piece.toString('utf8');
      const head = begin === 0 ? 0 : firstHead(text, format.head);
      // What stands before the first head belongs to an entry that begins further up.
      carried = head === undefined ? piece : Buffer.from(text.slice(0, head));
      if (carried.length > mostCarriedBytes) carried = carried.subarray(0, mostCarriedBytes);
      const entries = head === undefined ? [] : format.parse(text.slice(head));
      found = [...entries.filter(fits), ...found];
      const oldest = entries.find(({ at }) => at !== null)?.at ?? undefined;
      if (oldest !== undefined) reachedTo = Math.min(oldest, reachedTo ?? oldest);
      if (found.length >= limit) return answer(false);
      if (oldest !== undefined && oldest < from - slackMilliseconds) return answer(true);
      end = begin;
    }
  }
  return answer(true);
}

function firstHead(text: string, head: RegExp): number | undefined {
  // The first line of a part begins in its middle.
  for (let at = text.indexOf('\n') + 1; at > 0; at = text.indexOf('\n', at) + 1)
    if (head.test(text.slice(at, at + 64))) return at;
  return undefined;
}

type Read = (file: LogFile, offset: number, length: number) => Promise<Buffer>;

/** Where in a large file the range ends, found by halving: entries are in order of time, nearly. */
async function endOf(file: LogFile, to: number, { parse, head }: LogFormat, read: Read): Promise<number> {
  if (file.changedAt !== 0 && file.changedAt <= to + slackMilliseconds) return file.sizeBytes;
  let low = 0;
  let high = file.sizeBytes;
  while (high - low > 2 * partBytes) {
    const middle = Math.floor((low + high) / 2);
    const text = (await read(file, middle, probeBytes)).toString('utf8');
    const begin = firstHead(text, head);
    const at = begin === undefined ? undefined : parse(text.slice(begin)).find((entry) => entry.at !== null)?.at;
    // Nothing to go by: then from the end, within the bounds.
    if (at === undefined || at === null) return high;
    if (at > to + slackMilliseconds) high = middle;
    else low = middle;
  }
  return Math.min(file.sizeBytes, high + probeBytes);
}
