import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'mysql2/promise';

/** What the writer knows about a row it sent. */
type Fate = 'acknowledged' | 'unknown';

export interface WriterOptions {
  /** Where to write now: called again after every failure, so that it can follow a failover. */
  readonly connect: () => Promise<Connection>;
  /** Every attempt leaves one line here as soon as its fate is known: `sequence fate epoch-milliseconds`. */
  readonly file: string;
  /** `database.table`; made by `createWriterTable`. */
  readonly table: string;
  /** Tells several writers of one table apart. Default `w`. */
  readonly name?: string;
  /** Pause between two rows; default 5 ms. */
  readonly pauseMilliseconds?: number;
  /** A statement without an answer for this long is given up: its fate is unknown. Default 2 s. */
  readonly giveUpMilliseconds?: number;
}

export interface Writer {
  /** Rows acknowledged so far. */
  acknowledged(): number;
  /** Until that many rows are acknowledged. @throws when it takes longer than the limit. */
  waitFor(rows: number, limitMilliseconds: number): Promise<void>;
  /** Finishes the row under way. */
  stop(): Promise<void>;
}

/** The table writers write to: nothing in it forbids a row to arrive twice, so that it can be seen when one does. */
export const writerTable = (table: string) =>
  `create table ${table} (id bigint auto_increment primary key, writer varchar(40) not null, sequence bigint not null)`;

/**
 * Inserts rows numbered from 1, one at a time, and keeps outside the database which were acknowledged, and when. A row
 * whose answer never came is never sent again: it may be there or not, both are right; a second copy is not.
 */
export function startWriter(options: WriterOptions): Writer {
  const { connect, file, table, name = 'w', pauseMilliseconds = 5, giveUpMilliseconds = 2_000 } = options;
  let going = true;
  let acknowledged = 0;
  const note = (sequence: number, fate: Fate) => appendFileSync(file, `${sequence} ${fate} ${Date.now()}\n`);
  const write = async () => {
    let connection: Connection | undefined;
    for (let sequence = 1; going; ) {
      try {
        connection ??= await within(connect(), giveUpMilliseconds);
      } catch {
        await wait(20); // nobody to write to: nothing was sent, so no number is used up
        continue;
      }
      try {
        const insert = connection.query(`insert into ${table} (writer, sequence) values (?, ?)`, [name, sequence]);
        await within(insert, giveUpMilliseconds);
        note(sequence, 'acknowledged');
        acknowledged++;
      } catch {
        note(sequence, 'unknown');
        connection.destroy();
        connection = undefined;
      }
      sequence++;
      if (pauseMilliseconds > 0) await wait(pauseMilliseconds);
    }
    connection?.destroy();
  };
  const done = write();
  return {
    acknowledged: () => acknowledged,
    waitFor: async (rows, limitMilliseconds) => {
      const deadline = performance.now() + limitMilliseconds;
      while (acknowledged < rows) {
        if (performance.now() > deadline) throw new Error(`${acknowledged} of ${rows} rows in ${limitMilliseconds} ms`);
        await Promise.race([wait(20), done]);
      }
    },
    stop: async () => {
      going = false;
      await done;
    },
  };
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  work.catch(() => {}); // answered after we gave up: its fate is already written down
  const timer = new AbortController();
  const late = wait(milliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`no answer within ${milliseconds} ms`);
  });
  late.catch(() => {}); // the abort below
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}
