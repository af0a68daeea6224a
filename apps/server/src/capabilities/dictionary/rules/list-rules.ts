import type { DictionaryRule } from '@myriad/contract';
import type { Reader } from '../../../platform/database/schema.ts';
import { countWaiting } from '../store/judging.ts';
import { type KeptRule, selectRules } from '../store/rules.ts';
import { countByRule } from '../store/tags.ts';
import { rulesInForce } from './rules-in-force.ts';
import { shippedRules } from './shipped-rules.ts';

const changeOf = (kept: KeptRule | undefined) => (kept ? { changedAt: kept.changedAt, changedBy: kept.changedBy } : {});

/** Those of administrators, then the shipped ones; each with how many columns it has a tag on. */
export async function listRules(db: Reader): Promise<{ items: DictionaryRule[]; waiting: number }> {
  const kept = await selectRules(db);
  const counts = await countByRule(db);
  const isShipped = new Set(shippedRules.map(({ id }) => id));
  const own = kept.filter(({ id }) => !isShipped.has(id));
  const { mark } = await rulesInForce(db);
  const columnsOf = (id: string) => ({ columns: counts.get(id) ?? 0 });
  return {
    items: [
      ...own.map((rule): DictionaryRule => {
        const { name, names, comments, types, except, ...plain } = rule;
        const patterns = { names: [...names], comments: [...comments], types: [...types], except: [...except] };
        return { ...plain, ...patterns, shipped: false, words: { en: name, zh: name }, ...columnsOf(rule.id) };
      }),
      ...shippedRules.map(({ id, words, class: kind, names, comments, types, except }): DictionaryRule => {
        const change = kept.find((one) => one.id === id);
        const patterns = { names: [...names], comments: [...comments], types: [...types], except: [...except] };
        const enabled = change?.enabled ?? true;
        return { id, words, class: kind, ...patterns, enabled, shipped: true, ...changeOf(change), ...columnsOf(id) };
      }),
    ],
    waiting: await countWaiting(db, mark),
  };
}
