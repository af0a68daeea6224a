import { createHash } from 'node:crypto';
import type { Reader } from '../../../platform/database/schema.ts';
import { selectRules } from '../store/rules.ts';
import type { Rule } from './judge-column.ts';
import { shippedRules } from './shipped-rules.ts';

export interface RulesInForce {
  readonly rules: readonly Rule[];
  /** The same for the same rules: a column judged under another mark waits to be judged again. */
  readonly mark: string;
}

/** Those of administrators first: what they say of a class stands before what is shipped. */
export async function rulesInForce(db: Reader): Promise<RulesInForce> {
  const kept = await selectRules(db);
  const off = new Set(kept.filter(({ enabled }) => !enabled).map(({ id }) => id));
  const isShipped = new Set(shippedRules.map(({ id }) => id));
  const own = kept.filter(({ id, enabled }) => enabled && !isShipped.has(id));
  const rules = [...own, ...shippedRules.filter(({ id }) => !off.has(id))].map(
    ({ id, class: kind, names, comments, types, except }) => ({ id, class: kind, names, comments, types, except }),
  );
  return { rules, mark: createHash('sha256').update(JSON.stringify(rules)).digest('base64url').slice(0, 16) };
}
