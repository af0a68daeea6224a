import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { metricCount } from '../definitions.ts';
import { type Chunk, emptyChunk, packChunk, pointAt, unpackChunk } from './chunk.ts';
import { chunkOf, condensePoint } from './condense.ts';
import type { PutEntry, ReadQuery, ReadSeries } from './messages.ts';
import { chunkPoints, rowOf, rowsPerSeries, type Tier, tierOf, tiers } from './tiers.ts';

/** The file of the samples, apart from the store: nothing else may wait for it, and nothing is lost with it but charts. */
export interface MetricsFile {
  /** Points of the finest tier; what they make in the coarser ones follows. One transaction. */
  put(entries: readonly PutEntry[], at: number): void;
  read(query: ReadQuery): ReadSeries;
  /** Forgets series nothing was written to since. */
  forget(before: number): number;
  close(): void;
}

const [finest, minutes, tens] = tiers as unknown as readonly [Tier, Tier, Tier]; // three of them, by the contract's own list.

/** A file that is no database any more is put aside: charts begin anew, the platform starts. */
export function openMetricsFile(file: string): MetricsFile & { readonly putAside: boolean } {
  try {
    return { ...openFile(file), putAside: false };
  } catch (error) {
    if (!/not a database|malformed|disk image/i.test(String(error))) throw error;
    renameSync(file, `${file}.broken`);
    for (const side of ['-wal', '-shm']) rmSync(`${file}${side}`, { force: true });
    return { ...openFile(file), putAside: true };
  }
}

function openFile(file: string): MetricsFile {
  const db = new DatabaseSync(file, { timeout: 5000 });
  // Samples may be lost with the power, up to the last checkpoint; never with the process.
  for (const pragma of ['journal_mode=WAL', 'synchronous=NORMAL']) db.exec(`pragma ${pragma}`);
  db.exec(
    'create table if not exists series (number integer primary key, instance_id text not null unique, written_at integer not null)',
  );
  db.exec('create table if not exists chunk (id integer primary key, number integer not null, body blob not null)');
  const one = (sql: string) => db.prepare(sql);
  const findSeries = one('select number from series where instance_id = ?');
  const addSeries = one('insert into series (instance_id, written_at) values (?, ?) returning number');
  const touchSeries = one('update series set written_at = ? where number = ?');
  const findChunk = one('select number, body from chunk where id = ?');
  const putChunk = one('insert or replace into chunk (id, number, body) values (?, ?, ?)');
  const known = new Map<string, { readonly number: number; touchedAt: number }>();

  function seriesOf(instanceId: string, at: number): number {
    let series = known.get(instanceId);
    if (!series) {
      const row = findSeries.get(instanceId) ?? addSeries.get(instanceId, at);
      series = { number: Number(row?.number), touchedAt: 0 };
      known.set(instanceId, series);
    }
    if (at - series.touchedAt > 3_600_000) {
      touchSeries.run(at, series.number);
      series.touchedAt = at;
    }
    return series.number;
  }

  function load(series: number, tier: Tier, chunk: number): Chunk {
    const row = findChunk.get(rowOf(series, tier, chunk));
    // What stands there may be of the turn before.
    if (row?.number !== chunk || !(row.body instanceof Uint8Array)) return emptyChunk(tier);
    return unpackChunk(row.body, tier);
  }

  const save = (series: number, tier: Tier, number: number, chunk: Chunk, isOver: boolean) =>
    putChunk.run(rowOf(series, tier, number), number, packChunk(chunk, isOver));

  /** Loads and saves each chunk once, however many points of it change. */
  function openChunks(series: number, tier: Tier) {
    const open = new Map<number, Chunk>();
    return {
      get: (number: number): Chunk => {
        const chunk = open.get(number) ?? load(series, tier, number);
        open.set(number, chunk);
        return chunk;
      },
      /** `last`: the newest point there is. */
      save: (last: number) => {
        for (const [number, chunk] of open) save(series, tier, number, chunk, (number + 1) * chunkPoints <= last + 1);
      },
    };
  }

  function putEntry({ instanceId, first, values, derive }: PutEntry, at: number): void {
    const series = seriesOf(instanceId, at);
    const count = values.length / metricCount;
    const raw = openChunks(series, finest);
    for (let point = 0; point < count; point++) {
      const { chunk, at: place } = chunkOf(first + point);
      const { mean } = raw.get(chunk);
      for (let metric = 0; metric < metricCount; metric++)
        mean[pointAt(metric, place)] = values[point * metricCount + metric] ?? Number.NaN;
    }
    const last = first + count - 1;
    raw.save(last);
    const inMinutes = condense(raw, openChunks(series, minutes), minutes, first, last);
    const [from, to] = [Math.floor(first / minutes.of), Math.floor(last / minutes.of)];
    // The coarsest only when a point of it is whole, or somebody wants to see it now.
    if (derive || to % tens.of === tens.of - 1 || Math.floor(from / tens.of) !== Math.floor(to / tens.of))
      condense(inMinutes, openChunks(series, tens), tens, from, to);
  }

  function condense(finer: OpenChunks, coarser: OpenChunks, { of }: Tier, first: number, last: number): OpenChunks {
    for (let point = Math.floor(first / of); point <= Math.floor(last / of); point++) {
      const source = chunkOf(point * of);
      const target = chunkOf(point);
      condensePoint(finer.get(source.chunk), source.at, of, coarser.get(target.chunk), target.at);
    }
    coarser.save(Math.floor(last / of));
    return coarser;
  }
  type OpenChunks = ReturnType<typeof openChunks>;

  return {
    put: (entries, at) => {
      db.exec('begin immediate');
      try {
        for (const entry of entries) putEntry(entry, at);
        db.exec('commit');
      } catch (error) {
        // Numbers given in a transaction that is undone are nobody's.
        known.clear();
        if (db.isTransaction) db.exec('rollback');
        throw error;
      }
    },
    read: ({ instanceId, step, first, count, metrics }) => {
      const tier = tierOf(step);
      const found = findSeries.get(instanceId);
      const of = () => metrics.map(() => new Float32Array(count).fill(Number.NaN));
      const series = { mean: of(), highest: tier.withHighest ? of() : [] };
      if (!found) return series;
      const { chunk: from } = chunkOf(first);
      const { chunk: to } = chunkOf(first + count - 1);
      // Of what is older than the ring only its place is left.
      for (let number = Math.max(from, to - tier.slots); number <= to; number++) {
        const chunk = load(Number(found.number), tier, number);
        const begin = number * (chunk.mean.length / metricCount);
        metrics.forEach((metric, at) => {
          for (let point = 0; point < chunk.mean.length / metricCount; point++) {
            const place = begin + point - first;
            if (place < 0 || place >= count) continue;
            set(series.mean[at], place, chunk.mean[pointAt(metric, point)]);
            set(series.highest[at], place, chunk.highest[pointAt(metric, point)]);
          }
        });
      }
      return series;
    },
    forget: (before) => {
      const gone = one('select number from series where written_at < ?').all(before);
      const dropChunks = one('delete from chunk where id >= ? and id < ?');
      const dropSeries = one('delete from series where number = ?');
      db.exec('begin immediate');
      for (const { number } of gone) {
        dropChunks.run(Number(number) * rowsPerSeries, (Number(number) + 1) * rowsPerSeries);
        dropSeries.run(Number(number));
      }
      db.exec('commit');
      known.clear();
      return gone.length;
    },
    close: () => db.close(),
  };
}

function set(into: Float32Array | undefined, place: number, value: number | undefined): void {
  if (into && value !== undefined) into[place] = value;
}
