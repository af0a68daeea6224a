/** Inclusive, ascending, disjoint and not adjacent. */
type Interval = readonly [from: bigint, to: bigint];

/** GTIDs by `uuid` or `uuid:tag` (tags: MySQL 8.3 and later). */
export type MysqlGtidSet = ReadonlyMap<string, readonly Interval[]>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const tag = /^[a-z_][a-z0-9_]{0,31}$/;

function normalise(intervals: readonly Interval[]): Interval[] {
  const sorted = [...intervals].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  const merged: [bigint, bigint][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (!last || from > last[1] + 1n) merged.push([from, to]);
    else if (to > last[1]) last[1] = to;
  }
  return merged;
}

function parseInterval(text: string): Interval {
  const found = /^(\d+)(?:-(\d+))?$/.exec(text);
  if (!found?.[1]) throw new Error(`not a GTID interval: ${JSON.stringify(text)}`);
  const [from, to] = [BigInt(found[1]), BigInt(found[2] ?? found[1])];
  if (from < 1n || to < from) throw new Error(`not a GTID interval: ${JSON.stringify(text)}`);
  return [from, to];
}

/** Reads `uuid:1-5:7,uuid:tag:1-3`, with line breaks and spaces as the server prints them. '' is the empty set. */
export function parseMysqlGtidSet(text: string): MysqlGtidSet {
  const found = new Map<string, Interval[]>();
  for (const part of text.toLowerCase().replaceAll(/\s+/g, '').split(',')) {
    if (part === '') continue;
    const [source = '', ...rest] = part.split(':');
    if (!uuid.test(source) || rest.length === 0) throw new Error(`not a GTID set: ${JSON.stringify(part)}`);
    let key = source;
    for (const piece of rest) {
      if (tag.test(piece)) key = `${source}:${piece}`;
      else found.set(key, [...(found.get(key) ?? []), parseInterval(piece)]);
    }
  }
  return new Map([...found].map(([key, intervals]) => [key, normalise(intervals)]));
}

export function printMysqlGtidSet(set: MysqlGtidSet): string {
  return [...set]
    .filter(([, intervals]) => intervals.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, intervals]) => `${key}:${intervals.map(([f, t]) => (f === t ? `${f}` : `${f}-${t}`)).join(':')}`)
    .join(',');
}

export const unionMysql = (a: MysqlGtidSet, b: MysqlGtidSet): MysqlGtidSet =>
  new Map(
    [...new Set([...a.keys(), ...b.keys()])].map((key) => [
      key,
      normalise([...(a.get(key) ?? []), ...(b.get(key) ?? [])]),
    ]),
  );

function without(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  let left: Interval[] = [...from];
  for (const [f, t] of taken)
    left = left.flatMap(([a, b]): Interval[] => {
      if (t < a || f > b) return [[a, b]];
      const pieces: Interval[] = [];
      if (a < f) pieces.push([a, f - 1n]);
      if (t < b) pieces.push([t + 1n, b]);
      return pieces;
    });
  return left;
}

/** What `a` has and `b` lacks. */
export const subtractMysql = (a: MysqlGtidSet, b: MysqlGtidSet): MysqlGtidSet =>
  new Map(
    [...a]
      .map(([key, intervals]) => [key, without(intervals, b.get(key) ?? [])] as const)
      .filter(([, left]) => left.length > 0),
  );

export const countMysql = (set: MysqlGtidSet): bigint =>
  [...set.values()].flat().reduce((sum, [from, to]) => sum + to - from + 1n, 0n);
