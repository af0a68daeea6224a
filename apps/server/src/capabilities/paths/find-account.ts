import { StepFailure } from '@myriad/runbook';
import type { AccountRecord, ClusterLevel, ClusterRecord } from '../metadata/index.ts';
import { levelWords } from './level-words.ts';
import type { PathParts } from './parts.ts';

type Purpose = AccountRecord['purpose'];

/** What was adopted has an account for each level it has risen to, instead of those the platform makes on its own clusters. */
const standIns: { readonly [Name in Purpose]?: Purpose } = { monitor: 'observe', admin: 'operate' };

const levels: readonly ClusterLevel[] = ['observe', 'back-up', 'operate', 'ha'];
/** The level an account belongs to: it may stay in the record when the cluster is lowered, and is not used then. */
const levelOf: { readonly [Name in Purpose]?: ClusterLevel } = { backup: 'back-up', operate: 'operate', ha: 'ha' };

/**
 * The account of a cluster that serves a purpose, asked for anew each time; undefined: it has none.
 * @throws StepFailure LEVEL_NOT_REACHED where there is one, and the cluster stands below its level by now
 */
export async function findAccount(
  { db, metadata }: Pick<PathParts, 'db' | 'metadata'>,
  clusterId: ClusterRecord['id'] | null,
  purpose: Purpose,
): Promise<AccountRecord | undefined> {
  if (clusterId === null) return undefined;
  const standIn = standIns[purpose];
  const account =
    (await metadata.findAccount(db, clusterId, purpose)) ??
    (standIn && (await metadata.findAccount(db, clusterId, standIn)));
  const least = account && levelOf[account.purpose];
  if (!least) return account;
  const { name, level } = await metadata.getCluster(db, clusterId);
  if (levels.indexOf(level) < levels.indexOf(least)) throw notReached(name, level, least);
  return account;
}

const notReached = (name: string, level: ClusterLevel, least: ClusterLevel) =>
  new StepFailure({
    code: 'LEVEL_NOT_REACHED',
    words: {
      en: `${name} stands at the level “${levelWords[level].en}” now; this takes “${levelWords[least].en}”. Nothing was sent to it.`,
      zh: `${name} 当前级别为“${levelWords[level].zh}”，此操作需要“${levelWords[least].zh}”级别，未向其发送任何内容。`,
    },
    next: {
      en: 'Raise the level by a ticket and retry, or give the task up.',
      zh: '请通过工单提升级别后重试，或放弃该任务。',
    },
    retryable: false,
  });
