import type { Dialect } from '@myriad/sql';
import { type AdviceSet, proofQuestion, withProof } from '@myriad/sql-review';
import { InputFault } from '../review/input-fault.ts';
import { openDsn } from '../review/open-server.ts';

export interface ProofTarget {
  readonly dsn: string;
  readonly passwordFile: string | undefined;
}

/** Tries the advice on the server that was named for it; says on stderr what it does there. @throws InputFault */
export async function proveAdvice(
  set: AdviceSet,
  dialect: Dialect,
  { dsn, passwordFile }: ProofTarget,
): Promise<AdviceSet> {
  const question = proofQuestion(set, dialect);
  if (question.indexes.length === 0) return set;
  const { session, version, database } = await openDsn(dsn, passwordFile);
  await using _ = session;
  const { ProofRefused, proveIndexes } = await import('@myriad/mysql');
  if (database === undefined)
    throw new InputFault({ en: '--prove-on needs a schema at its end.', zh: '--prove-on 末尾须给出库名。' });
  process.stderr.write(
    `--prove-on ${database}: ${question.indexes.length} × CREATE INDEX myriad_proof_N, ${question.statements.length} × EXPLAIN ANALYZE, DROP INDEX\n`,
  );
  try {
    const answer = await proveIndexes(session, version, { schema: database, ...question });
    if (answer.swept.length > 0)
      process.stderr.write(`dropped what an earlier proof left / 已删除先前遗留的索引: ${answer.swept.join(', ')}\n`);
    return withProof(set, question, answer, dialect);
  } catch (error) {
    if (error instanceof ProofRefused) throw new InputFault(error.words);
    const said = error instanceof Error ? error.message : String(error);
    throw new InputFault({ en: `The proof ended early: ${said}`, zh: `验证中断：${said}` }, 'failed');
  }
}
