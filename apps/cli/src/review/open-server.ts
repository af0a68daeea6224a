import type { Dialect } from '@myriad/sql';
import {
  type AdviceSource,
  columnsAsked,
  dialectOf,
  factsFrom,
  factsNeeded,
  type LiveAnswers,
  type ReviewFacts,
  type UndoSight,
  undoNeeds,
  withColumns,
} from '@myriad/sql-review';
import { InputFault } from './input-fault.ts';
import type { ReviewArguments } from './read-arguments.ts';
import { readDsn, readDsnPassword } from './read-dsn.ts';

/** A server that is asked about a script before it is judged; closed at the end. */
export interface AskedServer extends AsyncDisposable {
  readonly dialect: Dialect;
  readonly factsOf: (text: string, dialect: Dialect) => Promise<ReviewFacts>;
  /** The facts with what the columns of conditions hold: bounded samples, for index advice only. */
  readonly columnsOf: (sources: readonly AdviceSource[], facts: ReviewFacts, dialect: Dialect) => Promise<ReviewFacts>;
  /** Definitions of what a script changes, and what of them this account may see. */
  readonly undoFactsOf: (text: string, dialect: Dialect) => Promise<UndoFacts>;
}

interface UndoFacts {
  readonly live: LiveAnswers;
  readonly sight: UndoSight;
  readonly current: string | undefined;
}

/** `undefined` without `--dsn`. What speaks to servers is loaded only then. @throws InputFault, also where nobody answers */
export async function openServer(
  given: Pick<ReviewArguments, 'dsn' | 'dsnPasswordFile'>,
): Promise<AskedServer | undefined> {
  if (given.dsn === undefined) return undefined;
  const { session, version, database, orUnreachable } = await openDsn(given.dsn, given.dsnPasswordFile);
  const { readColumnStatistics, readForReview, readForUndo } = await import('@myriad/mysql');
  const ask = (asked: Parameters<typeof readForReview>[2]) => orUnreachable(readForReview(session, version, asked));
  const nothing = await orClosed(session, () => ask({ tables: [], plans: [] }));
  return {
    dialect: dialectOf(nothing),
    factsOf: async (text, dialect) => factsFrom(await ask(factsNeeded(text, dialect)), dialect),
    columnsOf: async (sources, facts, dialect) => {
      const asked = columnsAsked(sources, facts, dialect);
      return withColumns(facts, await orUnreachable(readColumnStatistics(session, version, asked)));
    },
    undoFactsOf: async (text, dialect) => {
      const live = await orUnreachable(readForUndo(session, version, undoNeeds(text, dialect)));
      return { live, sight: live.sight, current: database };
    },
    [Symbol.asyncDispose]: async () => session[Symbol.asyncDispose](),
  };
}

/** A session at a server somebody named; the caller closes it. @throws InputFault */
export async function openDsn(text: string, passwordFile: string | undefined) {
  const { host, port, user, database } = readDsn(text);
  const password = await readDsnPassword(passwordFile);
  const [{ createPathPool, open }, { readVersion }] = await Promise.all([
    import('@myriad/paths'),
    import('@myriad/mysql'),
  ]);
  const orUnreachable = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    try {
      return await work;
    } catch (error) {
      throw unreachable(`${host}:${port}`, error);
    }
  };
  const hop = { kind: 'mysql', at: { host, port }, user, password, tls: 'preferred' } as const;
  const opened = open([database === undefined ? hop : { ...hop, database }], {
    pool: createPathPool(),
    signal: AbortSignal.timeout(10_000),
  });
  const session = await orUnreachable(opened);
  const version = await orClosed(session, () => orUnreachable(readVersion(session)));
  return { session, version, database, orUnreachable };
}

/** What nobody was handed yet nobody would close: an open connection keeps the process from ending. */
async function orClosed<Answer>(session: AsyncDisposable, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    await session[Symbol.asyncDispose]();
    throw error;
  }
}

const unreachable = (where: string, error: unknown): InputFault => {
  const said = error instanceof Error ? error.message : String(error);
  return new InputFault(
    {
      en: `${where} could not be asked: ${said}. Nothing was reviewed; without --dsn the text alone is.`,
      zh: `无法从 ${where} 获取信息：${said}。未做任何审核；去掉 --dsn 可仅按文本审核。`,
    },
    'unreachable',
  );
};
