import type { Flavour } from '@myriad/sql';
import { alterKinds } from './alter-kinds.ts';
import { partitionKinds } from './partition-kinds.ts';
import { makeTableShape, pickOne, type Random, type TableShape } from './table-shape.ts';

/** One change of one table, as a real server can be asked about it. */
export interface AlterShape {
  readonly table: TableShape;
  readonly kind: string;
  /** What stands behind the name of the table, or behind ALGORITHM and LOCK. */
  readonly actions: string;
  /** A partition command: on MariaDB it takes no ALGORITHM. */
  readonly isPartitionCommand: boolean;
  readonly foreignKeyChecks: 0 | 1;
}

/** As many changes as asked for; what the server refuses altogether is left out by whoever asks it. */
export function* makeAlterShapes(flavour: Flavour, random: Random): Generator<AlterShape, void> {
  for (;;) {
    const table = makeTableShape(flavour, random);
    // MariaDB heeds no ALGORITHM there, and shows no trees of it: nothing to compare with.
    if (flavour === 'mariadb' && table.feature === 'temporary') continue;
    const foreignKeyChecks = random() < 0.3 ? 0 : 1;
    const given = { shape: table, flavour, random };
    const isPartitionCommand = table.isPartitioned && random() < 0.5;
    const kinds = isPartitionCommand ? partitionKinds : alterKinds;
    const kind = pickOne(Object.keys(kinds), random);
    const first = kinds[kind]?.(given);
    if (first === undefined) continue;
    const other =
      !isPartitionCommand && random() < 0.2 ? alterKinds[pickOne(Object.keys(alterKinds), random)] : undefined;
    const second = other?.(given);
    const actions = second === undefined || second === first ? first : `${first}, ${second}`;
    yield { table, kind, actions, isPartitionCommand, foreignKeyChecks };
  }
}
