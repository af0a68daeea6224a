import type { Node, Statement } from '@myriad/sql';
import { type ActiveRule, listRules, type RuleList, type RuleTable } from './compile-rules.ts';
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
  const lists = [...table].map(([kind, { rules }]) => [kind, rules.filter(({ tier }) => tier === 'text')] as const);
  const made = new Map(lists.flatMap(([kind, rules]) => (rules.length > 0 ? [[kind, listRules(rules)]] : [])));
  textTables.set(table, made);
  return made;
}

function ask(list: RuleList | undefined, node: Node, context: Context, asked: Asked): void {
  if (list === undefined) return;
  const { checks, parameters } = list;
  for (let place = 0; place < checks.length; place += 1) {
    const check = checks[place];
    const own = parameters[place];
    if (check === undefined || own === undefined || (list.tiers && !mayAsk(list.tiers[place], context, asked)))
      continue;
    try {
      // The table holds the rule under the kind of this node.
      const answer = check(node as KindMap[NodeKind], context, own);
      if (answer) keep(answer, list.rules[place], asked);
    } catch (fault) {
      const { id } = list.rules[place]?.rule ?? { id: '' };
      asked.failed.set(id, fault instanceof Error ? fault.message : String(fault));
    }
  }
}

function keep(answer: RuleFinding | readonly RuleFinding[], active: ActiveRule | undefined, { found }: Asked): void {
  if (active === undefined) return;
  if ('start' in answer) found.push({ active, finding: answer });
  else for (const finding of answer) found.push({ active, finding });
}

/** Remembers what the answers rest on. */
function mayAsk(tier: Tier | undefined, context: Context, asked: Asked): boolean {
  if (tier === undefined || tier === 'text') return true;
  if (!isInformed(tier, context)) return false;
  if (tiers.indexOf(tier) > tiers.indexOf(asked.tier)) asked.tier = tier;
  return true;
}

const tiers: readonly Tier[] = ['text', 'schema', 'explain', 'statistics', 'instance'];

/** A rule that needs facts is not asked without them: no answer is better than a guess. */
function isInformed(tier: Tier, { facts, schema, plan }: Context): boolean {
  if (tier === 'schema') return !schema.isEmpty();
  if (tier === 'explain') return plan !== undefined;
  if (tier === 'statistics') return facts.statistics !== undefined;
  return tier === 'text' || facts.instance !== undefined;
}
