import type { ReviewLive, Words } from '@myriad/contract';
import { readColumnStatistics, readForReview, readVersion } from '@myriad/mysql';
import { PathError, pathErrorWords } from '@myriad/paths';
import { type Dialect, makeDialect } from '@myriad/sql';
import {
  columnsAsked,
  dialectOf,
  factsFrom,
  factsNeeded,
  type LiveAnswers,
  type NeededFacts,
  type ReviewFacts,
  withColumns,
} from '@myriad/sql-review';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { lookingAccount } from '../instances/index.ts';
import { countExecutions } from './items/count-executions.ts';
import type { SqlReviewParts } from './parts.ts';

/** As long as somebody who waits has patience; what was not asked by then is missing. */
const withinSeconds = 30;
const columnSeconds = 15;

interface AskedCluster {
  readonly clusterId: string;
  readonly schema: string | undefined;
  readonly text: string;
  /** Also what the columns of conditions hold. */
  readonly advises: boolean;
}

export interface ClusterAnswer {
  readonly facts: ReviewFacts;
  readonly dialect: Dialect;
  readonly live: ReviewLive;
  /** Executions a day by fingerprint, where the server counts them. */
  readonly executions: ReadonlyMap<string, number>;
}

/**
 * Asks the primary of a cluster what a script needs, with the account that only looks. One that cannot be asked is an answer
 * too: no facts, the dialect as the inventory has it, and why.
 */
export async function askCluster(parts: SqlReviewParts, asked: AskedCluster): Promise<ClusterAnswer> {
  const { db, metadata, access } = parts;
  const { clusterId, schema, text } = asked;
  const primary = await findPrimary(parts, clusterId);
  if (!primary) return silent(parts, asked, withoutInstance);
  const as = await lookingAccount({ db, metadata }, clusterId);
  try {
    await using session = await access.openInstance(primary.id, { as, signal: AbortSignal.timeout(10_000) });
    const version = await readVersion(session);
    const seen = await readForReview(session, version, { tables: [], plans: [] }, { schema });
    const dialect = dialectOf(seen);
    const needed = factsNeeded(text, dialect);
    const answers = await readForReview(session, version, needed, { withinSeconds });
    const facts = factsFrom(answers, dialect);
    const live = liveOf(needed, answers);
    const executions = await countExecutions(session, version, text, dialect);
    if (!asked.advises) return { dialect, facts, live, executions };
    const columns = columnsAsked([{ name: '', text }], facts, dialect);
    const found = await readColumnStatistics(session, version, columns, { withinSeconds: columnSeconds });
    return { dialect, facts: withColumns(facts, found), live, executions };
  } catch (error) {
    return silent(parts, asked, silenceOf(error));
  }
}

/** Who is asked; where all are replicas, one of them. */
export async function findPrimary({ db, metadata }: SqlReviewParts, clusterId: string) {
  const instances = await metadata.listInstancesOf(db, [clusterId]);
  return instances.find(({ role }) => role !== 'replica') ?? instances[0];
}

export const withoutInstance: Words = { en: 'It has no instance.', zh: '该集群没有实例。' };

function liveOf(needed: NeededFacts, { tables, plans }: LiveAnswers): ReviewLive {
  const live = {
    state: 'asked',
    tables: { needed: needed.tables.length, seen: tables.filter(({ ddl }) => ddl !== undefined).length },
    plans: { needed: needed.plans.length, seen: plans.filter(({ rows, error }) => rows ?? error).length },
  } as const;
  if (live.plans.seen === live.plans.needed) return live;
  const because = {
    en: 'Plans are missing where the account the platform looks with may not read the tables (SELECT on their schema is enough), or no time was left.',
    zh: '缺少的执行计划，是因为平台的观察账号无权读取相应的表（授予该库的 SELECT 权限即可），或时限已到。',
  };
  return { ...live, because };
}

async function silent({ db, metadata }: SqlReviewParts, asked: AskedCluster, because: Words): Promise<ClusterAnswer> {
  const { flavor, version } = await metadata.getCluster(db, asked.clusterId);
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const dialect = makeDialect(flavor, [major, minor, patch]);
  const { tables, plans } = factsNeeded(asked.text, dialect);
  const none = (needed: number) => ({ needed, seen: 0 });
  return {
    dialect,
    facts: {},
    executions: new Map(),
    live: { state: 'silent', because, tables: none(tables.length), plans: none(plans.length) },
  };
}

/** Why a server could not be asked. */
export function silenceOf(error: unknown): Words {
  if (error instanceof ProblemError)
    return { en: 'The platform has no account or path for it.', zh: '平台没有可用的账号或路径。' };
  if (!(error instanceof PathError)) {
    const said = error instanceof Error ? error.message : String(error);
    return { en: `The server said: “${said}”`, zh: `服务器原文：“${said}”` };
  }
  if (error.code === 'ABORTED' || error.code === 'TIMED_OUT')
    return { en: 'It does not answer in time.', zh: '未在时限内应答。' };
  const words = pathErrorWords(error);
  return { en: `It cannot be asked: ${words.en}.`, zh: `无法查询：${words.zh}。` };
}
