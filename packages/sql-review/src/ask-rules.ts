import type { Node, Statement } from '@myriad/sql';
import type { ActiveRule, RuleTable } from './compile-rules.ts';
import type { Context, OpenContext } from './context.ts';
import type { ExcusedFinding } from './review.ts';
import type { RuleFinding, Tier } from './rule.ts';
import type { KindMap, NodeKind } from './tree/kinds.ts';

export interface Found {
  readonly active: ActiveRule;
  readonly finding: RuleFinding;
}

/** What the rules said of one statement. */
export interface Asked {
  readonly found: Found[];
  readonly failed: Map<string, string>;
  readonly excused: readonly ExcusedFinding[];
  tier: Tier;
}

/** Asks each rule about the nodes of its kinds, in the order of the text. */
export function askRules(
  whole: RuleTable,
  nodes: readonly Node[],
  statement: Statement,
  { context, lookAt }: OpenContext,
): Asked {
  const asked: Asked = { found: [], failed: new Map(), excused: [], tier: 'text' };
  const table = tiers.some((tier) => tier !== 'text' && isInformed(tier, context)) ? whole : textRulesOf(whole);
  ask(table.get('statement'), statement, context, asked);
  for (let place = 0; place < nodes.length; place += 1) {
    const node = nodes[place];
    const rules = node && table.get(node.kind);
    if (rules === undefined || node === undefined) continue;
    lookAt(place);
    ask(rules, node, context, asked);
  }
  return asked;
}

const textTables = new WeakMap<RuleTable, RuleTable>();

/** Those that need no facts: where there are none, the others are not even looked at. */
function textRulesOf(table: RuleTable): RuleTable {
  const known = textTables.get(table);
  if (known) return known;
  const lists = [...table].map(([kind, rules]) => [kind, rules.filter(({ tier }) => tier === 'text')] as const);
  const made = new Map(lists.filter(([, rules]) => rules.length > 0));
  textTables.set(table, made);
  return made;
}

function ask(rules: readonly ActiveRule[] | undefined, node: Node, context: Context, asked: Asked): void {
  if (rules === undefined) return;
  for (const active of rules) {
    const { tier } = active;
    if (tier !== 'text') {
      if (!isInformed(tier, context)) continue;
      asked.tier = tiers.indexOf(tier) > tiers.indexOf(asked.tier) ? tier : asked.tier;
    }
    try {
      // The table holds the rule under the kind of this node.
      const answer = active.check(node as KindMap[NodeKind], context, active.parameters);
      if (!answer) continue;
      if ('start' in answer) asked.found.push({ active, finding: answer });
      else for (const finding of answer) asked.found.push({ active, finding });
    } catch (fault) {
      asked.failed.set(active.rule.id, fault instanceof Error ? fault.message : String(fault));
    }
  }
}

const tiers: readonly Tier[] = ['text', 'schema', 'explain', 'statistics', 'instance'];

/** A rule that needs facts is not asked without them: no answer is better than a guess. */
function isInformed(tier: Tier, { facts, schema, plan }: Context): boolean {
  if (tier === 'schema') return !schema.isEmpty();
  if (tier === 'explain') return plan !== undefined;
  if (tier === 'statistics') return facts.statistics !== undefined;
  return tier === 'text' || facts.instance !== undefined;
}
