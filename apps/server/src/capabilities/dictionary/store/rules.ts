import '../tables.ts';
import type { SensitiveClass } from '@myriad/contract';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import { upsert } from '../../../platform/database/upsert.ts';
import type { Patterns } from '../rules/judge-column.ts';
import type { DictionaryRuleTable } from '../tables.ts';

/** As it stands in the store: a rule of our own, or whether a shipped one is on. */
export interface KeptRule extends Patterns {
  readonly id: string;
  readonly name: string;
  readonly class: SensitiveClass;
  readonly enabled: boolean;
  readonly changedAt: number;
  readonly changedBy: string;
}

const ruleOf = (row: Selectable<DictionaryRuleTable>): KeptRule => ({
  ...{ id: row.id, name: row.name, class: row.class as SensitiveClass, enabled: Number(row.enabled) === 1 },
  ...{ changedAt: Number(row.changed_at), changedBy: row.changed_by },
  ...(JSON.parse(row.patterns) as Patterns),
});

export const selectRules = async (db: Reader): Promise<readonly KeptRule[]> =>
  (await db.selectFrom('dictionary_rule').selectAll().orderBy('name').orderBy('id').execute()).map(ruleOf);

export function putRule(tx: Tx, rule: KeptRule): Promise<void> {
  const { id, name, class: kind, enabled, changedAt, changedBy, names, comments, types, except } = rule;
  return upsert(
    tx,
    'dictionary_rule',
    { id },
    {
      ...{ name, class: kind, enabled: enabled ? 1 : 0, changed_at: changedAt, changed_by: changedBy },
      patterns: JSON.stringify({ names, comments, types, except }),
    },
  );
}

export async function deleteRule(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('dictionary_rule').where('id', '=', id).execute();
}
