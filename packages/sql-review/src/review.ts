import {
  type Dialect,
  fingerprint,
  type Node,
  parseStatement,
  type ScriptPart,
  type Statement,
  splitScript,
  type Unknown,
} from '@myriad/sql';
import { type ActiveRule, compileRules, type Policy, type RuleTable } from './compile-rules.ts';
import { type Context, makeContext, type OpenContext } from './context.ts';
import type { ReviewFacts } from './facts/facts.ts';
import type { ExcusedBy, LetGo } from './policy/let-go.ts';
import { type DdlPrediction, predictOrReport } from './predict/predict-ddl.ts';
import type { Edit, Grade, Rule, RuleFinding, Tier } from './rule.ts';
import { allRules } from './rules/all-rules.ts';
import { applyStatement } from './schema/apply-statement.ts';
import { copySchema, emptySchema, type SchemaState } from './schema/schema.ts';
import { weighFindings } from './score.ts';
import { excuse, readSuppressions, type Suppression } from './suppressions.ts';
import type { KindMap, NodeKind } from './tree/kinds.ts';
import { listNodes } from './tree/list-nodes.ts';
import { type HistoryState, remember, startHistory } from './walk/history.ts';
import type { Words } from './words.ts';

export interface ReviewOptions {
  readonly dialect: Dialect;
  readonly facts?: ReviewFacts;
  readonly policy?: Policy;
  /** All rules of the catalogue, unless told otherwise. */
  readonly rules?: readonly Rule[];
  /** What a policy or a baseline lets go; asked about findings only. */
  readonly letGo?: LetGo;
}

export interface Finding extends RuleFinding {
  readonly rule: string;
  readonly grade: Grade;
  /** Edits of the reviewed text that remove it without changing what the statement means; empty: mend it by hand. */
  readonly fix: readonly Edit[];
  /** Points it took from 100; all findings together took what is missing. */
  readonly lost: number;
}

/** What a rule found and was let go: it costs no points, and is told of beside the rest. */
export interface ExcusedFinding extends RuleFinding {
  readonly rule: string;
  readonly grade: Grade;
  readonly by: ExcusedBy;
  readonly reason: string;
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
  /** What its comments say, whether or not a rule found anything. */
  readonly suppressed: readonly Suppression[];
  readonly excused: readonly ExcusedFinding[];
  /** What a change of a definition does on the server, for each table; empty for any other statement. */
  readonly ddl: readonly DdlPrediction[];
}

/** Judges each statement of a script. Never throws for what stands in the text. */
export function reviewScript(text: string, options: ReviewOptions): readonly StatementReview[] {
  return makeReviewer(options)(text);
}

/** The same for many texts: the rules are chosen once. Throws for a policy that no rule understands. */
export function makeReviewer(options: ReviewOptions): (text: string) => readonly StatementReview[] {
  const stream = makeStream(options);
  return (text) => [...stream(text)];
}

/** One statement at a time: what the caller does not keep takes no memory. */
export const streamReviews = (text: string, options: ReviewOptions): Iterable<StatementReview> =>
  makeStream(options)(text);

function makeStream(options: ReviewOptions): (text: string) => Generator<StatementReview, void> {
  const { dialect, facts = {}, policy = {}, rules = allRules, letGo } = options;
  const table = compileRules(rules, policy, dialect);
  return function* (text) {
    const schema = facts.schema ? copySchema(facts.schema) : emptySchema();
    const mayExcuse = text.includes(excuse);
    const walk: Walk = { text, dialect, facts, table, letGo, schema, history: startHistory(), mayExcuse };
    let part: ScriptPart | undefined;
    for (const next of splitScript(text, dialect)) {
      if (part) yield reviewPart(walk, part, next);
      part = next;
    }
    if (part) yield reviewPart(walk, part, undefined);
  };
}

/** A script on its way: the schema and the history are those before the next statement. */
interface Walk {
  readonly text: string;
  readonly dialect: Dialect;
  readonly facts: ReviewFacts;
  readonly table: RuleTable;
  readonly letGo: LetGo | undefined;
  readonly schema: SchemaState;
  readonly history: HistoryState;
  /** Whether the text holds a word of excuse at all. */
  readonly mayExcuse: boolean;
}

function reviewPart(walk: Walk, part: ScriptPart, next: ScriptPart | undefined): StatementReview {
  const { text, dialect, facts, schema, history } = walk;
  const { statement, tokens } = parseStatement(text, dialect, part.from, part.end);
  const sql = text.slice(part.start, part.end);
  const place = { line: part.line, start: part.start, end: part.end, sql };
  if (statement.kind === 'unknown') return { ...place, ...notReviewed(statement) };
  const suppressed = walk.mayExcuse ? readSuppressions(text, dialect, tokens, part, next) : none;
  const list = listNodes(statement);
  const isLast = next === undefined;
  const open = makeContext({ dialect, statement, sql, line: part.line, tokens, facts, schema, history, isLast }, list);
  const answered = excuseByComments(askRules(walk.table, list.all, statement, open), suppressed);
  const asked = excuseByPolicy(answered, walk.letGo, sql, dialect);
  const ddl = predictOrReport(statement, open.context, asked.failed);
  applyStatement(schema, statement);
  remember(history, statement, part.line);
  return { ...place, ...weigh(asked, statement, open.context), suppressed, excused: asked.excused, ddl };
}

interface Found {
  readonly active: ActiveRule;
  readonly finding: RuleFinding;
}

interface Asked {
  readonly found: Found[];
  readonly failed: Map<string, string>;
  readonly excused: readonly ExcusedFinding[];
  tier: Tier;
}

function askRules(
  table: RuleTable,
  nodes: readonly Node[],
  statement: Statement,
  { context, lookAt }: OpenContext,
): Asked {
  const asked: Asked = { found: [], failed: new Map(), excused: [], tier: 'text' };
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

type Excuse = (rule: string) => Pick<ExcusedFinding, 'by' | 'reason'> | undefined;

/** A comment excuses from its rule, also where that failed. */
function excuseByComments(asked: Asked, suppressed: readonly Suppression[]): Asked {
  if (suppressed.length === 0) return asked;
  const reasons = new Map(suppressed.map(({ rule, reason }) => [rule, reason]));
  for (const rule of reasons.keys()) asked.failed.delete(rule);
  return excuseBy(asked, (rule) => {
    const reason = reasons.get(rule);
    return reason === undefined ? undefined : { by: 'comment', reason };
  });
}

function excuseByPolicy(asked: Asked, letGo: LetGo | undefined, sql: string, dialect: Dialect): Asked {
  if (letGo === undefined || asked.found.length === 0) return asked;
  let known: string | undefined;
  const fingerprintOf = () => {
    known ??= fingerprint(sql, dialect);
    return known;
  };
  return excuseBy(asked, (rule) => letGo(rule, fingerprintOf));
}

function excuseBy(asked: Asked, excuse: Excuse): Asked {
  const found: Found[] = [];
  const excused = [...asked.excused];
  for (const one of asked.found) {
    const { rule, grade } = one.active;
    const excusedBy = excuse(rule.id);
    if (excusedBy) excused.push({ rule: rule.id, grade, ...one.finding, ...excusedBy });
    else found.push(one);
  }
  return { ...asked, found, excused };
}

function ask(rules: readonly ActiveRule[] | undefined, node: Node, context: Context, asked: Asked): void {
  if (rules === undefined) return;
  for (const active of rules) {
    const { rule } = active;
    if (rule.tier !== 'text') {
      if (!isInformed(rule.tier, context)) continue;
      asked.tier = tiers.indexOf(rule.tier) > tiers.indexOf(asked.tier) ? rule.tier : asked.tier;
    }
    try {
      // The table holds the rule under the kind of this node.
      const answer = active.check(node as KindMap[NodeKind], context, active.parameters);
      if (!answer) continue;
      if ('start' in answer) asked.found.push({ active, finding: answer });
      else for (const finding of answer) asked.found.push({ active, finding });
    } catch (fault) {
      asked.failed.set(rule.id, fault instanceof Error ? fault.message : String(fault));
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

type Verdict = Pick<StatementReview, 'score' | 'confidence' | 'findings' | 'failed'>;

function weigh({ found, failed, tier }: Asked, statement: Statement, context: Context): Verdict {
  const { facts } = context;
  const confidence = { tier, isComplete: failed.size === 0 };
  if (found.length === 0)
    return { score: 100, confidence, findings: [], failed: [...failed].map(([rule, message]) => ({ rule, message })) };
  if (found.length > 1) found.sort((a, b) => a.finding.start - b.finding.start || a.active.place - b.active.place);
  const weighed = found.map(({ active: { grade, rule } }) => ({
    grade,
    theme: rule.theme,
    risk: facts.riskOf?.(rule.id, statement) ?? 1,
  }));
  const { score, lost } = weighFindings(weighed);
  const findings = found.map(({ active: { rule, grade }, finding }, at) => ({
    rule: rule.id,
    grade,
    ...finding,
    fix: fixOf(rule, finding, context, failed),
    lost: lost[at] ?? 0,
  }));
  const faults = [...failed].map(([rule, message]) => ({ rule, message }));
  return { score, confidence, findings, failed: faults };
}

const noEdits: readonly Edit[] = [];
const none: readonly Suppression[] = [];

function fixOf(rule: Rule, finding: RuleFinding, context: Context, failed: Map<string, string>): readonly Edit[] {
  if (rule.fix === undefined) return noEdits;
  try {
    return rule.fix(finding, context);
  } catch (fault) {
    failed.set(rule.id, fault instanceof Error ? fault.message : String(fault));
    return noEdits;
  }
}

function notReviewed(whole: Unknown): Omit<StatementReview, 'line' | 'start' | 'end' | 'sql'> {
  const { problem } = whole;
  const message: Words = {
    en: `Not reviewed: the statement cannot be read (${problem.message}).`,
    zh: `未审核：无法解析该语句（${problem.message}）。`,
  };
  // At the very end of a text there is no place of its own.
  const { start, end } = problem.end > problem.start ? problem : { start: whole.start, end: whole.end };
  return {
    score: null,
    confidence: { tier: 'text', isComplete: false },
    findings: [{ rule: 'statement-unparsable', grade: 'E', start, end, message, fix: noEdits, lost: 0 }],
    failed: [],
    suppressed: [],
    excused: [],
    ddl: [],
  };
}
