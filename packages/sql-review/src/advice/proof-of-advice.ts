import type { Dialect } from '@myriad/sql';
import { factsNeeded } from '../live/needed-facts.ts';
import type { Words } from '../words.ts';
import type { AdviceSet, IndexAdvice, ProvenRun, ServedStatement } from './index-advice.ts';

/** What a scratch server is asked to try. Hidden indexes that would only be shown are not tried. */
export interface ProofQuestion {
  readonly indexes: readonly { readonly table: string; readonly parts: readonly string[] }[];
  /** Queries: changes as what finds their rows. */
  readonly statements: readonly string[];
}

/** What it answered, in the order of the question. */
export interface ProofAnswer {
  readonly statements: readonly {
    readonly before: { readonly rows: number; readonly milliseconds: number } | undefined;
    readonly after: { readonly rows: number; readonly milliseconds: number } | undefined;
    /** Places in the question's indexes. */
    readonly uses: readonly number[];
    readonly refused: string | undefined;
  }[];
  readonly notMade: ReadonlyMap<number, string>;
}

const created = ({ advice }: AdviceSet): readonly IndexAdvice[] => advice.filter(({ action }) => action === 'create');

/** As it can be run without changing anything; `undefined`: with parameters, locks or files it cannot. */
const runnable = (sql: string, dialect: Dialect): string | undefined => factsNeeded(sql, dialect).plans[0]?.explained;

export function proofQuestion(set: AdviceSet, dialect: Dialect): ProofQuestion {
  const served = new Set(
    created(set).flatMap(({ serves }) => serves.flatMap(({ sql }) => runnable(sql, dialect) ?? [])),
  );
  return { indexes: created(set).map(({ table, parts }) => ({ table, parts })), statements: [...served] };
}

/** The advice with what came of it. An index that was made and used is proven, whatever was estimated. */
export function withProof(set: AdviceSet, question: ProofQuestion, answer: ProofAnswer, dialect: Dialect): AdviceSet {
  const tried = created(set);
  const advice = set.advice.map((one): IndexAdvice => {
    const place = tried.indexOf(one);
    if (place === -1) return one;
    const runs = one.serves.map((served) => runOf(served, place, question, answer, dialect));
    const isProven = runs.some(({ isUsed, problem }) => isUsed && problem === undefined);
    const proof = { notMade: answer.notMade.get(place), runs };
    return { ...one, proof, confidence: isProven ? 'proven' : one.confidence };
  });
  return { ...set, advice };
}

function runOf(
  { source, line, sql }: ServedStatement,
  place: number,
  { statements }: ProofQuestion,
  answer: ProofAnswer,
  dialect: Dialect,
): ProvenRun {
  const text = runnable(sql, dialect);
  const found = text === undefined ? undefined : answer.statements[statements.indexOf(text)];
  const { before, after, uses = [], refused } = found ?? {};
  return {
    source,
    line,
    rowsBefore: before?.rows,
    rowsAfter: after?.rows,
    millisecondsBefore: before?.milliseconds,
    millisecondsAfter: after?.milliseconds,
    isUsed: uses.includes(place),
    problem: found === undefined ? notRun : refused === undefined ? undefined : { en: refused, zh: refused },
  };
}

const notRun: Words = {
  en: 'It was not run: it has parameters, locks rows, or writes a file.',
  zh: '未执行：该语句含参数、加锁或写文件。',
};
