import { type Dialect, parseStatement, type ScriptPart, type Statement, splitScript, type Unknown } from '@myriad/sql';
import type { Context, Grade, ReviewFacts, Rule, RuleFinding, Tier } from './rule.ts';
import { allRules } from './rules/all-rules.ts';
import { lostPoints, scoreOf } from './score.ts';
import { readSuppressions, type Suppression } from './suppressions.ts';
import { indexNodes } from './tree/index-nodes.ts';
import type { Words } from './words.ts';

/** What a policy changes about one rule. */
export interface RuleSetting {
  readonly on?: boolean;
  readonly grade?: Grade;
  readonly parameters?: Readonly<Record<string, number>>;
}

export type Policy = Readonly<Record<string, RuleSetting>>;

export interface ReviewOptions {
  readonly dialect: Dialect;
  readonly facts?: ReviewFacts;
  readonly policy?: Policy;
  /** All rules of the catalogue, unless told otherwise. */
  readonly rules?: readonly Rule[];
}

export interface Finding extends RuleFinding {
  readonly rule: string;
  readonly grade: Grade;
  /** Points it took from 100; all findings together took what is missing. */
  readonly lost: number;
}

/** A rule that threw: it said neither yes nor no. */
export interface FailedRule {
  readonly rule: string;
  readonly message: string;
}

export interface StatementReview {
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly sql: string;
  /** `null`: not reviewed. */
  readonly score: number | null;
  /** What the judgement rests on; incomplete when a rule failed, or nothing could be read. */
  readonly confidence: { readonly tier: Tier; readonly isComplete: boolean };
  readonly findings: readonly Finding[];
  readonly failed: readonly FailedRule[];
  readonly suppressed: readonly Suppression[];
}

/** Judges each statement of a script. Never throws for what stands in the text. */
export function reviewScript(text: string, options: ReviewOptions): readonly StatementReview[] {
  const parts = [...splitScript(text, options.dialect)];
  return parts.map((part, place) => reviewPart(text, part, parts[place + 1], options));
}

function reviewPart(
  text: string,
  part: ScriptPart,
  next: ScriptPart | undefined,
  options: ReviewOptions,
): StatementReview {
  const { dialect, facts = {}, policy = {}, rules = allRules } = options;
  const { statement, tokens } = parseStatement(text, dialect, part.from, part.end);
  const place = { line: part.line, start: part.start, end: part.end, sql: text.slice(part.start, part.end) };
  if (statement.kind === 'unknown') return { ...place, ...notReviewed(statement) };
  const asked = readSuppressions(text, dialect, tokens, part, next);
  const nodes = indexNodes(statement);
  let tier: Tier = 'text';
  const failed: FailedRule[] = [];
  const found: { rule: Rule; grade: Grade; finding: RuleFinding }[] = [];
  for (const rule of rules) {
    const setting = policy[rule.id] ?? {};
    if (!isAsked(rule, setting, options) || asked.some((one) => one.rule === rule.id)) continue;
    if (rule.tier !== 'text') tier = rule.tier;
    const parameter = (name: string) => parameterOf(rule, setting, name);
    const answer = ask(rule, statement, { dialect, tokens, facts, nodes, parameter });
    if (typeof answer === 'string') failed.push({ rule: rule.id, message: answer });
    else for (const finding of answer) found.push({ rule, grade: setting.grade ?? rule.grade, finding });
  }
  const weighed = found.map(({ rule, grade }) => ({
    grade,
    theme: rule.theme,
    risk: facts.riskOf?.(rule.id, statement) ?? 1,
  }));
  const lost = lostPoints(weighed);
  return {
    ...place,
    score: scoreOf(weighed),
    confidence: { tier, isComplete: failed.length === 0 },
    findings: found.map(({ rule, grade, finding }, at) => ({ rule: rule.id, grade, ...finding, lost: lost[at] ?? 0 })),
    failed,
    suppressed: asked,
  };
}

/** A rule that needs facts is not asked without them: no answer is better than a guess. */
function isAsked(rule: Rule, setting: RuleSetting, { dialect, facts }: ReviewOptions): boolean {
  const isOn = setting.on ?? !rule.off;
  const isInformed = rule.tier === 'text' || (rule.tier === 'schema' && facts?.columnsOf !== undefined);
  return isOn && isInformed && rule.versions(dialect);
}

function ask(rule: Rule, statement: Statement, context: Context): readonly RuleFinding[] | string {
  try {
    return rule.check(statement, context);
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

function parameterOf(rule: Rule, setting: RuleSetting, name: string): number {
  const value = setting.parameters?.[name] ?? rule.parameters[name];
  if (value === undefined) throw new Error(`${rule.id} has no parameter ${name}`);
  return value;
}

function notReviewed({ problem }: Unknown): Omit<StatementReview, 'line' | 'start' | 'end' | 'sql'> {
  const message: Words = {
    en: `Not reviewed: the statement cannot be read (${problem.message}).`,
    zh: `未审核：无法解析该语句（${problem.message}）。`,
  };
  const { start, end } = problem;
  return {
    score: null,
    confidence: { tier: 'text', isComplete: false },
    findings: [{ rule: 'statement-unparsable', grade: 'E', start, end, message, lost: 0 }],
    failed: [],
    suppressed: [],
  };
}
