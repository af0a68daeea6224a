import type { Db } from '../../platform/database/schema.ts';
import type { TableEdit } from '../metadata/index.ts';

export interface TableParts {
  readonly db: Db;
  /** Of all slices: which columns may be edited, and by whose use case. */
  readonly edits: readonly TableEdit[];
}
