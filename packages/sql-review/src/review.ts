import {
  type Dialect,
  parseStatement,
  type ScriptPart,
  type Statement,
  splitPieces,
  splitScript,
  type Unknown,
} from '@myriad/sql';
import { type Asked, askRules } from './ask-rules.ts';
import { compileRules, type Policy, type RuleTable } from './compile-rules.ts';
import { type Context, makeContext } from './context.ts';
import { excuseByComments, excuseByPolicy } from './excuse-findings.ts';
import type { ReviewFacts } from './facts/facts.ts';
import type { ExcusedBy, LetGo } from './policy/let-go.ts';
import { type DdlPrediction, predictOrReport } from './predict/predict-ddl.ts';
import { makePlaces, type Place } from './report/places.ts';
import type { Edit, Grade, Rule, RuleFinding, Tier } from './rule.ts';
import { allRules } from './rules/all-rules.ts';
import { applyStatement } from './schema/apply-statement.ts';
import { copySchema, emptySchema, type SchemaState } from './schema/schema.ts';
import { weighFindings } from './score.ts';
import { excuse, readSuppressions, type Suppression } from './suppressions.ts';
import { listNodes } from './tree/list-nodes.ts';
import { unreadableWords } from './unreadable.ts';
import { type HistoryState, remember, startHistory } from './walk/history.ts';

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

/** A review, and where offsets of the text it speaks of stand in the file. */
export interface PlacedReview {
  readonly review: StatementReview;
  readonly placeOf: (offset: number) => Place;
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

/**
 * Judges a script that comes in pieces of any size, a statement at a time: of a long one no more is held than its longest
 * statements. Offsets of a review are those of the stretch it stood in; `line` and `placeOf` are of the whole script.
 */
export async function* streamPieces(
  pieces: AsyncIterable<string> | Iterable<string>,
  options: ReviewOptions,
): AsyncGenerator<PlacedReview, void> {
  const start = compile(options)();
  for await (const { text, line, column, parts, next } of splitPieces(pieces, options.dialect)) {
    const walk = start(text);
    const placeOf = makePlaces(text, { line, column });
    for (const [at, part] of parts.entries()) yield { review: reviewPart(walk, part, parts[at + 1] ?? next), placeOf };
  }
}

function makeStream(options: ReviewOptions): (text: string) => Generator<StatementReview, void> {
  const start = compile(options);
  return function* (text) {
    const walk = start()(text);
    let part: ScriptPart | undefined;
    for (const next of splitScript(text, options.dialect)) {
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
  /** Every rule's id, whether a policy turned it off or not. */
  readonly known: ReadonlySet<string>;
  readonly schema: SchemaState;
  readonly history: HistoryState;
  /** Whether the text holds a word of excuse at all. */
  readonly mayExcuse: boolean;
}

/** Chooses the rules once; then for each script the walk through its first text, and on through those behind it. */
function compile(options: ReviewOptions): () => (text: string) => Walk {
  const { dialect, facts = {}, policy = {}, rules = allRules, letGo } = options;
  const table = compileRules(rules, policy, dialect);
  const known = new Set([unparsable, ...allRules.map(({ id }) => id), ...rules.map(({ id }) => id)]);
  return () => {
    const schema = facts.schema ? copySchema(facts.schema) : emptySchema();
    const kept = { dialect, facts, table, letGo, known, schema, history: startHistory() };
    return (text) => ({ ...kept, text, mayExcuse: text.includes(excuse) });
  };
}

function reviewPart(walk: Walk, part: ScriptPart, next: ScriptPart | undefined): StatementReview {
  const { text, dialect, facts, schema, history } = walk;
  const { statement, tokens } = parseStatement(text, dialect, part.from, part.end);
  const sql = text.slice(part.start, part.end);
  if (statement.kind === 'unknown') {
    const place = { line: part.line, start: part.start, end: part.end, sql };
    return { ...place, ...(tokens.count === 0 ? nothingToRun : notReviewed(text, statement, dialect)) };
  }
  const suppressed = walk.mayExcuse ? readSuppressions(text, dialect, tokens, part, next) : none;
  const list = listNodes(statement);
  const isLast = next === undefined;
  const strayExcuses = suppressed.length === 0 ? none : suppressed.filter(({ rule }) => !walk.known.has(rule));
  const given = { dialect, statement, sql, line: part.line, tokens, facts, schema, history, isLast, strayExcuses };
  const open = makeContext(given, list);
  const answered = excuseByComments(askRules(walk.table, list.all, statement, open), suppressed);
  const asked = excuseByPolicy(answered, walk.letGo, sql, dialect);
  const ddl = predictOrReport(statement, open.context, asked.failed);
  applyStatement(schema, statement);
  remember(history, statement, part.line);
  const { score, confidence, findings, failed } = weigh(asked, statement, open.context);
  const { line, start, end } = part;
  return { line, start, end, sql, score, confidence, findings, failed, suppressed, excused: asked.excused, ddl };
}

type Verdict = Pick<StatementReview, 'score' | 'confidence' | 'findings' | 'failed'>;

function weigh({ found, failed, tier }: Asked, statement: Statement, context: Context): Verdict {
  const { facts } = context;
  const confidence = { tier, isComplete: failed.size === 0 };
  if (found.length === 0) return { score: 100, confidence, findings: [], failed: faultsOf(failed) };
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
    start: finding.start,
    end: finding.end,
    message: finding.message,
    fix: fixOf(rule, finding, context, failed),
    lost: lost[at] ?? 0,
  }));
  return { score, confidence, findings, failed: faultsOf(failed) };
}

const faultsOf = (failed: ReadonlyMap<string, string>): readonly FailedRule[] =>
  failed.size === 0 ? [] : [...failed].map(([rule, message]) => ({ rule, message }));

/** The finding of what no rule could look at. */
const unparsable = 'statement-unparsable';

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

/** A version comment of another server alone: the server answers OK and runs nothing. */
const nothingToRun: Omit<StatementReview, 'line' | 'start' | 'end' | 'sql'> = {
  score: 100,
  confidence: { tier: 'text', isComplete: true },
  findings: [],
  failed: [],
  suppressed: [],
  excused: [],
  ddl: [],
};

function notReviewed(
  text: string,
  whole: Unknown,
  dialect: Dialect,
): Omit<StatementReview, 'line' | 'start' | 'end' | 'sql'> {
  const { problem } = whole;
  const message = unreadableWords(text, whole, dialect);
  // At the very end of a text there is no place of its own.
  const { start, end } = problem.end > problem.start ? problem : { start: whole.start, end: whole.end };
  return {
    score: null,
    confidence: { tier: 'text', isComplete: false },
    findings: [{ rule: unparsable, grade: 'E', start, end, message, fix: noEdits, lost: 0 }],
    failed: [],
    suppressed: [],
    excused: [],
    ddl: [],
  };
}
