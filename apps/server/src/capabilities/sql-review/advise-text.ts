import { setImmediate } from 'node:timers/promises';
import type { ReviewAdvice, ReviewIndexAdvice } from '@myriad/contract';
import type { Dialect } from '@myriad/sql';
import { adviseInSteps, ddlLine, type IndexAdvice, type ReviewFacts, type StatementPlace } from '@myriad/sql-review';

/** Other callers wait no longer than this for their turn. */
const turnMilliseconds = 20;

interface Asked {
  readonly text: string;
  readonly dialect: Dialect;
  readonly facts: ReviewFacts;
}

/** Indexes worth having for all statements of a text, a few at a time. */
export async function adviseText({ text, dialect, facts }: Asked): Promise<ReviewAdvice> {
  const steps = adviseInSteps([{ name: '', text }], { dialect, facts });
  let from = performance.now();
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
    if (performance.now() - from < turnMilliseconds) continue;
    await setImmediate();
    from = performance.now();
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
