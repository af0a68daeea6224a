import type { Dialect } from '@myriad/sql';
import type { Context } from './context.ts';
import type { Grade, Parameters, ParameterValue, Rule, Tier } from './rule.ts';
import type { KindMap, NodeKind } from './tree/kinds.ts';

/** What a policy changes about one rule. */
export interface RuleSetting {
  readonly on?: boolean;
  readonly grade?: Grade;
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
}

export type Policy = Readonly<Record<string, RuleSetting>>;

/** A rule that is on, with what the policy says of it. */
export interface ActiveRule {
  readonly rule: Rule;
  /** That of the rule, at hand: asked before each check. */
  readonly tier: Tier;
  /** Its place in the catalogue, which orders findings at one place. */
  readonly place: number;
  readonly grade: Grade;
  readonly parameters: Parameters;
  readonly check: (node: KindMap[NodeKind], context: Context, parameters: Parameters) => ReturnType<Rule['check']>;
}

/** The rules of one kind of node. What each call needs lies side by side: most calls find nothing and look at nothing else. */
export interface RuleList {
  readonly rules: readonly ActiveRule[];
  readonly checks: readonly ActiveRule['check'][];
  readonly parameters: readonly Parameters[];
  /** That of each rule; `undefined` where all need the text alone. */
  readonly tiers: readonly Tier[] | undefined;
}

/** Rules by the kind of node they look at: a statement meets only rules that have something to look at. */
export type RuleTable = ReadonlyMap<string, RuleList>;

export const listRules = (rules: readonly ActiveRule[]): RuleList => ({
  rules,
  checks: rules.map(({ check }) => check),
  parameters: rules.map(({ parameters }) => parameters),
  tiers: rules.every(({ tier }) => tier === 'text') ? undefined : rules.map(({ tier }) => tier),
});

/** Throws for a policy that names a parameter its rule does not have. */
export function compileRules(rules: readonly Rule[], policy: Policy, dialect: Dialect): RuleTable {
  const table = new Map<string, ActiveRule[]>();
  for (const [place, rule] of rules.entries()) {
    const setting = policy[rule.id] ?? {};
    if (!(setting.on ?? !rule.off) || !rule.versions(dialect)) continue;
    const parameters = parametersOf(rule, setting);
    const { tier, check } = rule;
    const active = { rule, tier, place, grade: setting.grade ?? rule.grade, parameters, check };
    for (const kind of rule.on) {
      const list = table.get(kind);
      if (list) list.push(active);
      else table.set(kind, [active]);
    }
  }
  return new Map([...table].map(([kind, list]) => [kind, listRules(list)]));
}

function parametersOf(rule: Rule, setting: RuleSetting): Parameters {
  if (setting.parameters === undefined) return rule.parameters;
  for (const [name, value] of Object.entries(setting.parameters)) {
    const declared = rule.parameters[name];
    if (declared === undefined) throw new Error(`${rule.id} has no parameter ${name}`);
    if (typeof declared !== typeof value || Array.isArray(declared) !== Array.isArray(value))
      throw new Error(`${rule.id}: ${name} must be like ${JSON.stringify(declared)}`);
  }
  return { ...rule.parameters, ...setting.parameters };
}
