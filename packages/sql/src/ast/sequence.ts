import type { DataType } from './data-type.ts';
import type { QualifiedName } from './node.ts';
import type { Setting } from './table-parts.ts';

/** CREATE or ALTER SEQUENCE, MariaDB. */
export interface SequenceStatement {
  readonly kind: 'sequence';
  readonly start: number;
  readonly end: number;
  readonly verb: 'CREATE' | 'ALTER';
  readonly orReplace: boolean;
  readonly temporary: boolean;
  /** IF NOT EXISTS of CREATE, IF EXISTS of ALTER. */
  readonly conditional: boolean;
  readonly name: QualifiedName;
  /** AS type, 11.5. */
  readonly type: DataType | undefined;
  /** INCREMENT BY, MINVALUE, NO MINVALUE, START WITH, CACHE, NOCACHE, CYCLE, RESTART …, without an equals sign. */
  readonly options: readonly Setting[];
  /** Options of a table. */
  readonly settings: readonly Setting[];
}
