import type { Policy, RuleSetting } from '../compile-rules.ts';
import { brokenRule } from '../own-rules/broken-rule.ts';
import { ruleOf } from '../own-rules/own-rule.ts';
import { whyRefused } from '../own-rules/prove-own-rule.ts';
import { readOwnRule } from '../own-rules/read-own-rule.ts';
import type { Grade, ParameterValue, Rule } from '../rule.ts';
import { allRules } from '../rules/all-rules.ts';
import { PolicyFault } from './policy-fault.ts';
import type { PolicyFile, PolicyLayer } from './policy-layer.ts';
import { emptyLayer } from './policy-layer.ts';
import { readGrade } from './read-grade.ts';
import { readSuppressionList } from './read-suppression.ts';
import { readYamlTree, type YamlPart } from './yaml-tree.ts';

const layerKeys = ['rules', 'gate', 'suppressions', 'ownRules'] as const;
const fileKeys = [...layerKeys, 'environments', 'applications', 'baseline'] as const;

/** Of a text that was believed once: what an upgrade took from it is kept as broken, or left out. */
export interface Tolerance {
  /** A rule of one's own that does not hold is there as broken (`Rule.broken`). */
  readonly keepsBroken?: boolean;
  /** A setting or suppression of a rule that is not there any more says nothing. */
  readonly skipsUnknown?: boolean;
}

/**
 * A policy as people write it: see docs/concepts/review-policy.md. `beside`: own rules of policies before it, which it may
 * speak of. @throws PolicyFault with the line of what is wrong
 */
export async function readPolicy(
  text: string,
  beside: readonly Rule[] = [],
  tolerance: Tolerance = {},
): Promise<PolicyFile> {
  const tree = await readYamlTree(text);
  // A file with nothing but remarks says nothing.
  if (tree.value === null) return { base: emptyLayer, environments: {}, applications: {}, baseline: undefined };
  const parts = new Map(tree.entries(fileKeys));
  const rules = new Map([...allRules, ...beside].map((rule) => [rule.id, rule]));
  // Own rules come first: the settings of each layer may speak of them.
  const base = readOwnRules(parts.get('ownRules'), rules, tolerance);
  for (const rule of base) rules.set(rule.id, rule);
  const layersOf = (part: YamlPart | undefined) =>
    Object.fromEntries(
      (part?.entries() ?? []).map(([name, layer]) => [name, readLayer(layer.entries(layerKeys), rules, tolerance)]),
    );
  return {
    base: {
      ...readLayer(
        [...parts].filter(([key]) => key !== 'ownRules'),
        rules,
        tolerance,
      ),
      ownRules: base,
    },
    environments: layersOf(parts.get('environments')),
    applications: layersOf(parts.get('applications')),
    baseline: parts.get('baseline')?.text(),
  };
}

function readLayer(
  entries: readonly (readonly [string, YamlPart])[],
  known: ReadonlyMap<string, Rule>,
  tolerance: Tolerance,
): PolicyLayer {
  const parts = new Map(entries);
  const ownRules = readOwnRules(parts.get('ownRules'), known, tolerance);
  const rules = new Map([...known, ...ownRules.map((rule) => [rule.id, rule] as const)]);
  const settings = parts.get('rules');
  const gate = parts.get('gate');
  const suppressions = parts.get('suppressions');
  return {
    rules: settings ? readSettings(settings, rules, tolerance) : {},
    gate: gate ? readGate(gate) : {},
    suppressions: suppressions
      ? readSuppressionList(suppressions, (id) => tolerance.skipsUnknown === true || rules.has(id))
      : [],
    ownRules,
  };
}

/** @throws PolicyFault also for a rule whose own cases do not show what they should */
function readOwnRules(
  part: YamlPart | undefined,
  known: ReadonlyMap<string, Rule>,
  { keepsBroken = false }: Tolerance,
): readonly Rule[] {
  const rules: Rule[] = [];
  for (const one of part?.items() ?? []) {
    try {
      rules.push(readProven(one, (id) => known.has(id) || rules.some((rule) => rule.id === id)));
    } catch (fault) {
      if (!keepsBroken || !(fault instanceof PolicyFault)) throw fault;
      rules.push(brokenRule(idOf(one), fault.words));
    }
  }
  return rules;
}

function readProven(part: YamlPart, isTaken: (id: string) => boolean): Rule {
  const own = readOwnRule(part, isTaken);
  const why = whyRefused(own);
  if (why) part.fail(`is refused, ${own.id}: ${why.en}`, `被拒绝，${own.id}：${why.zh}`);
  return ruleOf(own);
}

/** What it calls itself, where nothing else of it can be read. */
function idOf({ value }: YamlPart): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && id !== '' ? id : 'own-rule';
}

const readSettings = (part: YamlPart, rules: ReadonlyMap<string, Rule>, { skipsUnknown = false }: Tolerance): Policy =>
  Object.fromEntries(
    part.entries().flatMap(([id, setting]) => {
      const rule = rules.get(id);
      if (rule) return [[id, readSetting(setting, rule)] as const];
      if (skipsUnknown) return [];
      return setting.fail(
        'is no rule; all of them: docs/reference/review-rules.md',
        '不是已知规则，全部规则见 docs/reference/review-rules.md',
      );
    }),
  );

/** `off`, `on`, a grade, or a map of all three things that can be said. */
function readSetting(part: YamlPart, rule: Rule): RuleSetting {
  const { value } = part;
  if (isSwitch(value)) return { on: value === true || value === 'on' };
  if (typeof value === 'string') return { on: true, grade: readGrade(part) };
  const setting: { on?: boolean; grade?: Grade; parameters?: Record<string, ParameterValue> } = {};
  for (const [key, one] of part.entries(['on', 'grade', 'parameters'])) {
    if (key === 'on')
      setting.on = isSwitch(one.value)
        ? one.value === true || one.value === 'on'
        : one.fail('must be on or off', '应为 on 或 off');
    else if (key === 'grade') setting.grade = readGrade(one);
    // What is broken has no parameters, and the mended one may have them again.
    else if (rule.broken === undefined) setting.parameters = readParameters(one, rule);
  }
  return setting;
}

const isSwitch = (value: unknown): value is boolean | 'on' | 'off' =>
  typeof value === 'boolean' || value === 'on' || value === 'off';

function readParameters(part: YamlPart, rule: Rule): Record<string, ParameterValue> {
  const names = Object.keys(rule.parameters);
  if (names.length === 0) part.fail(`: ${rule.id} has none`, `：${rule.id} 没有参数`);
  return Object.fromEntries(
    part.entries(names).map(([name, one]) => {
      const declared = rule.parameters[name];
      return [name, isLike(declared, one.value) ? one.value : one.fail(...likeWords(declared))];
    }),
  );
}

function isLike(declared: ParameterValue | undefined, value: unknown): value is ParameterValue {
  if (typeof declared === 'number' || typeof declared === 'string') return typeof value === typeof declared;
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

const likeWords = (declared: unknown): readonly [string, string] => [
  `must be like ${JSON.stringify(declared)}`,
  `应与 ${JSON.stringify(declared)} 的形式相同`,
];

function readGate(part: YamlPart): PolicyLayer['gate'] {
  const gate: { minScore?: number; block?: readonly Grade[] } = {};
  for (const [key, one] of part.entries(['minScore', 'block'])) {
    if (key === 'minScore') gate.minScore = one.number(0, 100);
    else gate.block = one.items().map(readGrade);
  }
  return gate;
}
