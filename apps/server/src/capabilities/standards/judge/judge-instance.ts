import type { ComplianceItem, Counts, DriftItem, RuleScope, StandardRule } from '@myriad/contract';
import { compareVersions, parseVersion, type Version } from '@myriad/mysql';
import { judgeAccounts } from './judge-accounts.ts';
import { judgeDirectory } from './judge-directory.ts';
import { judgeDrift } from './judge-drift.ts';
import { judgeNames } from './judge-names.ts';
import { judgeParameter } from './judge-parameter.ts';
import { judgeVersion } from './judge-version.ts';
import type { Result } from './result.ts';
import type { Subject } from './seen.ts';

export interface Judgement {
  readonly items: readonly ComplianceItem[];
  readonly drift: readonly DriftItem[];
}

/** An exception in force, by the rule it is for. */
export interface Excepted {
  readonly id: string;
  readonly rule: string;
}

const floorOf = (text: string, version: Version) =>
  parseVersion(text.split('.').length < 3 ? `${text}.0` : text, version.flavor);

/** Whom a rule is for. */
export function appliesTo(scope: RuleScope, { instance }: Pick<Subject, 'instance'>): boolean {
  const version = parseVersion(instance.version, instance.flavor);
  if (scope.flavor && scope.flavor !== instance.flavor) return false;
  if (scope.from && compareVersions(version, floorOf(scope.from, version)) < 0) return false;
  if (scope.below && compareVersions(version, floorOf(scope.below, version)) >= 0) return false;
  if (scope.roles && !scope.roles.includes(instance.role)) return false;
  return scope.origin === undefined || (scope.origin === 'deployed') === (instance.packageId !== null);
}

/** One instance against all rules. Pure: the same looks, rules and time give the same judgement. */
export function judgeInstance(
  rules: readonly StandardRule[],
  subject: Subject,
  excepted: readonly Excepted[],
  now: number,
): Judgement {
  const forgiven = new Map(excepted.map(({ rule, id }) => [rule, id]));
  const own = rules.filter((rule) => appliesTo(rule.applies, subject));
  const items = own.flatMap((rule): ComplianceItem[] => {
    const result = judge(rule, subject, now);
    if (!result) return [];
    const exceptionId = result.state === 'differs' ? forgiven.get(rule.code) : undefined;
    return [exceptionId === undefined ? result : { ...result, state: 'excepted', exceptionId }];
  });
  return { items, drift: judgeDrift(subject, own) };
}

function judge(rule: StandardRule, subject: Subject, now: number): Result | undefined {
  switch (rule.kind) {
    case 'parameter':
      return judgeParameter(rule, subject);
    case 'directory':
      return judgeDirectory(rule, subject);
    case 'account':
      return judgeAccounts(rule, subject);
    case 'naming':
      return judgeNames(rule, subject);
    case 'version':
      return judgeVersion(rule, subject, now);
  }
}

const weight = { info: 1, warn: 2, bad: 3 } as const;

/** How many of each, and the worst that differs. */
export function countItems(items: readonly Pick<ComplianceItem, 'state' | 'grade'>[]): Counts {
  const count = (state: ComplianceItem['state']) => items.filter((item) => item.state === state).length;
  const bad = items.filter(({ state }) => state === 'differs').map(({ grade }) => grade);
  const worst = [...bad].sort((a, b) => weight[b] - weight[a])[0];
  return {
    ...{ ok: count('ok'), differs: bad.length, excepted: count('excepted'), unknown: count('unknown') },
    ...(worst ? { worst } : {}),
  };
}

export const addCounts = (all: readonly Counts[]): Counts => {
  const sum = (of: 'ok' | 'differs' | 'excepted' | 'unknown') => all.reduce((total, each) => total + each[of], 0);
  const worst = all
    .flatMap((each) => each.worst ?? [])
    .sort((a, b) => weight[b] - weight[a])
    .at(0);
  return {
    ...{ ok: sum('ok'), differs: sum('differs'), excepted: sum('excepted'), unknown: sum('unknown') },
    ...(worst ? { worst } : {}),
  };
};
