import type { Dialect } from '@myriad/sql';
import { dialectOf, factsFrom, factsNeeded, type ReviewFacts } from '@myriad/sql-review';
import { InputFault } from './input-fault.ts';
import type { ReviewArguments } from './read-arguments.ts';
import { readDsn, readDsnPassword } from './read-dsn.ts';

/** A server that is asked about a script before it is judged; closed at the end. */
export interface AskedServer extends AsyncDisposable {
  readonly dialect: Dialect;
  readonly factsOf: (text: string, dialect: Dialect) => Promise<ReviewFacts>;
}

/** `undefined` without `--dsn`. What speaks to servers is loaded only then. @throws InputFault, also where nobody answers */
export async function openServer(given: ReviewArguments): Promise<AskedServer | undefined> {
  if (given.dsn === undefined) return undefined;
  const dsn = readDsn(given.dsn);
  const password = await readDsnPassword(given.dsnPasswordFile);
  const [{ createPathPool, open }, { readForReview, readVersion }] = await Promise.all([
    import('@myriad/paths'),
    import('@myriad/mysql'),
  ]);
  const { host, port, user, database } = dsn;
  const pool = createPathPool();
  const orUnreachable = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    try {
      return await work;
    } catch (error) {
      throw unreachable(`${host}:${port}`, error);
    }
  };
  const hop = { kind: 'mysql', at: { host, port }, user, password, tls: 'preferred' } as const;
  const opened = open([database === undefined ? hop : { ...hop, database }], {
    pool,
    signal: AbortSignal.timeout(10_000),
  });
  const session = await orUnreachable(opened);
  const version = await orUnreachable(readVersion(session));
  const ask = (asked: Parameters<typeof readForReview>[2]) => orUnreachable(readForReview(session, version, asked));
  const nothing = await ask({ tables: [], plans: [] });
  return {
    dialect: dialectOf(nothing),
    factsOf: async (text, dialect) => factsFrom(await ask(factsNeeded(text, dialect)), dialect),
    [Symbol.asyncDispose]: async () => session[Symbol.asyncDispose](),
  };
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
