import type { ReviewAdvice, ReviewIndexAdvice } from '@myriad/contract';
import type { Dialect } from '@myriad/sql';
import { adviseInSteps, ddlLine, type IndexAdvice, type ReviewFacts, type StatementPlace } from '@myriad/sql-review';
import { takeTurns } from './take-turns.ts';

interface Asked {
  readonly text: string;
  readonly dialect: Dialect;
  readonly facts: ReviewFacts;
}

/** Indexes worth having for all statements of a text, a few at a time. `onTurn` may throw to end it. */
export async function adviseText({ text, dialect, facts }: Asked, onTurn: () => void): Promise<ReviewAdvice> {
  const steps = adviseInSteps([{ name: '', text }], { dialect, facts });
  const turn = takeTurns();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      const { advice, remarks, statements, unknownTables } = step.value;
      return {
        items: advice.map(viewAdvice),
        remarks: remarks.map(({ source: _, ...remark }) => remark),
        statements,
        unknownTables: [...unknownTables],
      };
    }
    if (await turn()) onTurn();
  }
}

const viewPlace = ({ line, start, end, fingerprint, executions }: StatementPlace) => ({
  ...{ line, start, end, fingerprint, executions },
});

function viewAdvice(one: IndexAdvice): ReviewIndexAdvice {
  const { action, schema, table, index, ddl, undo, rowsBefore, rowsAfter, reason, writeCost, confidence } = one;
  const prediction = one.prediction && { en: ddlLine(one.prediction, 'en'), zh: ddlLine(one.prediction, 'zh') };
  return {
    ...{ action, index, ddl, undo, rowsBefore, rowsAfter, reason, writeCost, confidence },
    table: schema === undefined ? table : `${schema}.${table}`,
    parts: [...one.parts],
    serves: one.serves.map((served) => ({
      ...viewPlace(served),
      rowsBefore: served.rowsBefore,
      rowsAfter: served.rowsAfter,
    })),
    writes: one.writes.map(viewPlace),
    makesRedundant: [...one.makesRedundant],
    cautions: [...one.cautions],
    ...(one.sizeBytes === undefined ? {} : { sizeBytes: one.sizeBytes }),
    ...(prediction && prediction.en !== '' ? { prediction } : {}),
  };
}
