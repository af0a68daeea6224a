import type { ReviewUndo, ReviewUndoStatement } from '@myriad/contract';
import { readForReview, readForUndo, readVersion } from '@myriad/mysql';
import type { Dialect } from '@myriad/sql';
import {
  dialectOf,
  type LiveAnswers,
  type UndoneStatement,
  type UndoSight,
  undoNeeds,
  undoScript,
} from '@myriad/sql-review';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { lookingAccount } from '../instances/index.ts';
import { actorOnThing } from '../metadata/index.ts';
import { findPrimary, silenceOf, withoutInstance } from './ask-cluster.ts';
import { defaultDialect } from './default-dialect.ts';
import { dialectNamed } from './dialect-named.ts';
import type { SqlReviewParts } from './parts.ts';
import { mayAskServer } from './policy.ts';
import { takeTurns } from './take-turns.ts';

/** As long as somebody who waits has patience; what was not asked by then is missing. */
const withinSeconds = 30;

interface AskedUndo {
  readonly text: string;
  readonly definitions?: string | undefined;
  readonly dialect?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly schema?: string | undefined;
}

/** What would undo each statement of a text; nothing is kept. @throws ProblemError: see the endpoint */
export async function previewUndoOf(parts: SqlReviewParts, actor: Actor, asked: AskedUndo): Promise<ReviewUndo> {
  const named = asked.dialect === undefined ? undefined : dialectNamed(asked.dialect);
  const answer = asked.clusterId === undefined ? undefined : await askDefinitions(parts, actor, asked.clusterId, asked);
  const dialect = named ?? answer?.dialect ?? dialectNamed(defaultDialect);
  const sight = answer?.sight ?? 'given';
  const items: ReviewUndoStatement[] = [];
  const turn = takeTurns();
  const given = { dialect, sight, definitions: asked.definitions, live: answer?.live, current: asked.schema };
  for (const undone of undoScript(asked.text, given)) {
    items.push(viewUndone(undone));
    await turn();
  }
  return {
    server: `${dialect.flavour === 'mysql' ? 'MySQL' : 'MariaDB'} ${dialect.version.join('.')}`,
    ...(answer ? { tables: answer.tables } : {}),
    items,
  };
}

const viewUndone = ({ parts, statements, lost, remains, notes, ...one }: UndoneStatement): ReviewUndoStatement => ({
  ...one,
  parts: parts.map(({ takeAway, putBack, ...part }) => ({
    ...part,
    takeAway: [...takeAway],
    putBack: [...putBack],
  })),
  ...{ statements: [...statements], lost: [...lost], remains: [...remains], notes: [...notes] },
});

interface Definitions {
  readonly dialect: Dialect;
  readonly live: Pick<LiveAnswers, 'tables'>;
  readonly sight: UndoSight;
  readonly tables: { readonly needed: number; readonly seen: number };
}

/** Without a definition nothing is promised: so a server that is silent is a problem, not an answer. */
async function askDefinitions(
  parts: SqlReviewParts,
  actor: Actor,
  clusterId: string,
  { text, schema }: AskedUndo,
): Promise<Definitions> {
  const { db, metadata, access } = parts;
  requireAllowed(mayAskServer(await actorOnThing(db, actor, 'cluster', clusterId)));
  const primary = await findPrimary(parts, clusterId);
  if (!primary) throw new ProblemError('REVIEW_SERVER_SILENT', { reason: withoutInstance });
  const as = await lookingAccount({ db, metadata }, clusterId);
  try {
    await using session = await access.openInstance(primary.id, { as, signal: AbortSignal.timeout(10_000) });
    const version = await readVersion(session);
    const dialect = dialectOf(await readForReview(session, version, { tables: [], plans: [] }, { schema }));
    const needed = undoNeeds(text, dialect);
    const live = await readForUndo(session, version, needed, { withinSeconds });
    const names = new Set(needed.tables);
    const seen = live.tables.filter(({ table, ddl }) => names.has(table) && ddl !== undefined).length;
    return { dialect, live, sight: live.sight, tables: { needed: needed.tables.length, seen } };
  } catch (error) {
    throw new ProblemError('REVIEW_SERVER_SILENT', { reason: silenceOf(error) });
  }
}
