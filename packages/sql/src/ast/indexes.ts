import type { Identifier, QualifiedName } from './node.ts';
import type { IndexPart, IndexSetting, Setting } from './table-parts.ts';

export interface CreateIndex {
  readonly kind: 'create-index';
  readonly start: number;
  readonly end: number;
  /** MariaDB. */
  readonly orReplace: boolean;
  readonly type: 'INDEX' | 'UNIQUE' | 'FULLTEXT' | 'SPATIAL' | 'VECTOR';
  readonly ifNotExists: boolean;
  readonly name: Identifier;
  /** USING before ON. */
  readonly using: string | undefined;
  readonly table: QualifiedName;
  readonly parts: readonly IndexPart[];
  /** WAIT n, NOWAIT; MariaDB. */
  readonly wait: Setting | undefined;
  readonly settings: readonly IndexSetting[];
  /** ALGORITHM and LOCK. */
  readonly how: readonly Setting[];
}

export interface DropIndex {
  readonly kind: 'drop-index';
  readonly start: number;
  readonly end: number;
  readonly ifExists: boolean;
  readonly name: Identifier;
  readonly table: QualifiedName;
  readonly wait: Setting | undefined;
  readonly how: readonly Setting[];
}
