import { readFile } from 'node:fs/promises';
import type { Connection, RowDataPacket } from 'mysql2/promise';

/** What became of a writer's rows. All lists are sequence numbers, ascending. */
export interface WriterVerdict {
  readonly acknowledged: number;
  /** Acknowledged and not there: every one is a broken promise. */
  readonly lost: readonly number[];
  /** The lost ones with a later acknowledged row still there: not a cut-off tail, a hole. */
  readonly gaps: readonly number[];
  readonly duplicates: readonly number[];
  /** There, though never sent by this writer. */
  readonly foreign: readonly number[];
  /** Sent without an answer, and found there. Allowed. */
  readonly unknownButThere: readonly number[];
  /** The longest time between two acknowledgements: how long writing stood still. */
  readonly longestSilenceMilliseconds: number;
}

/** Compares a writer's own record with the table, wherever it is now. */
export async function judgeWriter(
  connection: Connection,
  { file, table, name = 'w' }: { readonly file: string; readonly table: string; readonly name?: string },
): Promise<WriterVerdict> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select sequence, count(*) as copies from ${table} where writer = ? group by sequence`,
    [name],
  );
  const copies = new Map(rows.map((row) => [Number(row.sequence), Number(row.copies)]));
  return judgeRows(await readFile(file, 'utf8'), copies);
}

/** The judgement alone: the writer's lines, and how many copies of each row there are. */
export function judgeRows(record: string, copies: ReadonlyMap<number, number>): WriterVerdict {
  const lines = record.split('\n').filter((line) => line !== '');
  const notes = lines.map((line) => {
    const [sequence, fate, at] = line.split(' ');
    return { sequence: Number(sequence), acknowledged: fate === 'acknowledged', at: Number(at) };
  });
  const sent = new Map(notes.map((note) => [note.sequence, note]));
  const acknowledged = notes.filter((note) => note.acknowledged);
  const lost = acknowledged.filter(({ sequence }) => !copies.has(sequence)).map(({ sequence }) => sequence);
  const lastThere = acknowledged.findLast(({ sequence }) => copies.has(sequence))?.sequence ?? 0;
  const there = [...copies.keys()].sort((a, b) => a - b);
  return {
    acknowledged: acknowledged.length,
    lost,
    gaps: lost.filter((sequence) => sequence < lastThere),
    duplicates: there.filter((sequence) => (copies.get(sequence) ?? 0) > 1),
    foreign: there.filter((sequence) => !sent.has(sequence)),
    unknownButThere: there.filter((sequence) => sent.get(sequence)?.acknowledged === false),
    longestSilenceMilliseconds: longestBetween(acknowledged.map(({ at }) => at)),
  };
}

const longestBetween = (times: readonly number[]) =>
  times.reduce((longest, at, index) => Math.max(longest, index === 0 ? 0 : at - (times[index - 1] ?? at)), 0);
