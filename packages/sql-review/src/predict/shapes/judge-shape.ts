import { type Dialect, parseStatement } from '@myriad/sql';
import { readSchema } from '../../schema/apply-statement.ts';
import { listChanges } from '../list-changes.ts';
import { wayOf } from '../predict-change.ts';
import { referencedColumns } from '../predict-ddl.ts';
import type { Observed } from './ask-server.ts';
import type { AlterShape } from './make-shapes.ts';

export interface Judged {
  readonly predicted: string;
  readonly agrees: boolean;
  /** It was said to be cheap, and the server copies the table. */
  readonly isWrongCheap: boolean;
}

/** Compares what is predicted of a change with what a server did. */
export function judgeShape(shape: AlterShape, observed: Observed, dialect: Dialect): Judged {
  const schema = readSchema([observed.create, ...observed.kin].join(';\n'), dialect);
  const table = schema.tableAt(undefined, 't');
  const { statement } = parseStatement(`ALTER TABLE t ${shape.actions}`, dialect);
  if (table === undefined || statement.kind !== 'alter-table')
    return { predicted: 'not read', agrees: false, isWrongCheap: false };
  const facts = {
    rowVersions: observed.rowVersions,
    foreignKeyChecks: shape.foreignKeyChecks === 1 ? 'on' : 'off',
    isStrict: true,
    referencedColumns: referencedColumns(table, schema),
    // No SHOW tells of the column that FULLTEXT left behind; whoever asks the dictionary knows.
    hasHiddenDocumentId: shape.table.feature.startsWith('fulltext'),
  } as const;
  const way = wayOf(listChanges(statement, table, dialect), facts, dialect);
  if (way === undefined) return { predicted: 'unknown', agrees: false, isWrongCheap: false };
  const { algorithm, rewritesRows, lock } = observed;
  const isSeen = <T>(seen: T | undefined, said: T) => seen === undefined || seen === said;
  const agrees = isSeen(algorithm, way.algorithm) && isSeen(rewritesRows, way.rebuilds) && isSeen(lock, way.lock);
  const isWrongCheap = algorithm === 'COPY' && way.algorithm !== 'COPY';
  return { predicted: `${way.algorithm}${way.rebuilds ? ' rewrites' : ''} ${way.lock}`, agrees, isWrongCheap };
}
