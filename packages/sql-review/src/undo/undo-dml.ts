import type { Statement } from '@myriad/sql';
import { type DmlGiven, type DmlUndo, keyedTable, no } from './dml-parts.ts';
import { undoChanges } from './undo-changes.ts';
import { undoInsert } from './undo-insert.ts';

/**
 * Refuses rather than promising: rows without a primary key, chosen by chance, or changed by triggers and cascades; and what
 * comes from a file or a query nobody has run yet.
 */
export function previewUndo(statement: Statement, given: DmlGiven): DmlUndo {
  if (statement.kind === 'load-data')
    return no('Which rows a file brings is known only once it is read.', '文件中有哪些行，读取之后才知道。');
  if (statement.kind !== 'insert' && statement.kind !== 'update' && statement.kind !== 'delete')
    return no('Only changes of rows have an undo of rows.', '只有行数据变更才能按行撤销。');
  if (statement.kind !== 'insert') return undoChanges(statement, given);
  const found = keyedTable(statement.table, statement, given);
  return 'impossible' in found ? found : undoInsert(statement, found, given.dialect);
}
