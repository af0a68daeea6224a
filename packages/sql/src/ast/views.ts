import type { Account, Identifier, QualifiedName } from './node.ts';
import type { Query } from './query.ts';

interface ViewBody {
  readonly start: number;
  readonly end: number;
  readonly orReplace: boolean;
  readonly algorithm: 'UNDEFINED' | 'MERGE' | 'TEMPTABLE' | undefined;
  readonly definer: Account | undefined;
  readonly security: 'DEFINER' | 'INVOKER' | undefined;
  /** JSON DUALITY VIEW and MATERIALIZED VIEW: MySQL 9. */
  readonly form: 'VIEW' | 'JSON DUALITY VIEW' | 'MATERIALIZED VIEW';
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly columns: readonly Identifier[];
  readonly query: Query;
  readonly check: 'WITH CHECK OPTION' | 'WITH CASCADED CHECK OPTION' | 'WITH LOCAL CHECK OPTION' | undefined;
}

export interface CreateView extends ViewBody {
  readonly kind: 'create-view';
}

export interface AlterView extends ViewBody {
  readonly kind: 'alter-view';
}
