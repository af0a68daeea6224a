import type { Dialect } from '@myriad/sql';
import type { TableModel } from '../schema/table.ts';
import { type Candidate, signOf } from './list-candidates.ts';
import { makeIndex } from './make-index.ts';

/** Of one table, at most so many are tried together: pairs grow by the square. */
const mostPaired = 20;

/** Each once. */
export function uniqueCandidates(all: readonly Candidate[], dialect: Dialect): readonly Candidate[] {
  const known = new Map<string, Candidate>();
  for (const candidate of all) {
    const key = keyOf(candidate, dialect);
    const before = known.get(key);
    if (before === undefined || before.free < candidate.free) known.set(key, candidate);
  }
  return [...known.values()];
}

/** Those that serve two of `some` at once: one whose columns may begin the other. The first of `some` are the best. */
export function mergeCandidates(
  some: readonly Candidate[],
  all: readonly Candidate[],
  dialect: Dialect,
): readonly Candidate[] {
  const known = new Set(all.map((one) => keyOf(one, dialect)));
  const merged: Candidate[] = [];
  const alone = some.filter(({ indexes }) => indexes.length === 1);
  for (const [table, own] of Map.groupBy(alone, (one) => one.table)) {
    const paired = own.slice(0, mostPaired);
    for (const a of paired)
      for (const b of paired) {
        const both = a === b ? undefined : mergedOf(table, a, b, dialect);
        const key = both && keyOf(both, dialect);
        if (both === undefined || key === undefined || known.has(key)) continue;
        known.add(key);
        merged.push(both);
      }
  }
  return merged;
}

const keyOf = ({ table, indexes }: Candidate, dialect: Dialect): string =>
  `${table.schema ?? ''}.${table.name}.${indexes.map((one) => signOf(one, dialect)).join(';')}`.toLowerCase();

/** `a` first as it is, then what `b` has beyond it, where b does not mind. */
function mergedOf(table: TableModel, a: Candidate, b: Candidate, dialect: Dialect): Candidate | undefined {
  const [first, second] = [a.indexes[0]?.parts ?? [], b.indexes[0]?.parts ?? []];
  if (first.length > b.free || first.some(({ column, length }) => column === undefined || length !== undefined))
    return undefined;
  const lead = second.slice(0, b.free);
  const isInside = first.every((part) =>
    lead.some((one) => one.column?.toLowerCase() === part.column?.toLowerCase() && !part.isDescending),
  );
  if (!isInside) return undefined;
  const rest = second.filter((part) => !first.some((one) => one.column?.toLowerCase() === part.column?.toLowerCase()));
  const index = makeIndex(table, [...first, ...rest], dialect);
  return index && { table, indexes: [index], free: Math.min(a.free, index.parts.length) };
}
