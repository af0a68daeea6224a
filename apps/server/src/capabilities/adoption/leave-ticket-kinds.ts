import { ProblemError } from '../../platform/http/problem-error.ts';
import { requireAllowed } from '../../platform/policy/decision.ts';
import { defineTicketKind, type TicketKind } from '../tickets/index.ts';
import { LowerForm, ReleaseForm } from './adopt-form.ts';
import { wordsOf } from './decision-words.ts';
import { isAdopted, livingOf } from './levels/is-adopted.ts';
import { levelWords } from './levels/level-purpose.ts';
import { mayLower, mayRelease } from './policy.ts';
import type { AdoptionPorts } from './ports.ts';
import { releaseTitle } from './tasks/release-cluster.ts';

const lower = defineTicketKind<AdoptionPorts>()({
  kind: 'fleet.lower-level',
  letter: 'A',
  title: { en: 'Lower the level of a cluster', zh: '降低集群级别' },
  description: {
    en: 'The platform forgets the accounts of the levels above, with their passwords; on the servers nothing is changed.',
    zh: '平台删除更高级别的账号及其密码，不在服务器上做任何修改。',
  },
  form: LowerForm,
  openRoles: ['dba', 'administrator'],
  approverRoles: ['dba', 'administrator'],
  prepare: async ({ db, metadata }, { clusterId, level }) => {
    const cluster = await metadata.getCluster(db, clusterId);
    const decision = mayLower(cluster, isAdopted(await livingOf(metadata, db, clusterId)), level);
    if (!decision.allowed) throw new ProblemError('FORM_INVALID', {}, [{ path: 'level', words: wordsOf(decision) }]);
    const title = {
      en: `Lower ${cluster.name} to “${levelWords[level].en}”`,
      zh: `将 ${cluster.name} 降低到“${levelWords[level].zh}”`,
    };
    return [{ title, taskKind: 'adoption.lower-level', taskInput: { clusterId, level } }];
  },
});

const release = defineTicketKind<AdoptionPorts>()({
  kind: 'fleet.release',
  letter: 'R',
  title: { en: 'Let a cluster go', zh: '解除接管' },
  description: {
    en: 'A cluster that was taken over is looked at no more: the platform forgets its accounts and keeps its history; on the servers nothing is changed.',
    zh: '平台不再管理已接管的集群：删除其账号与密码，保留历史，不在服务器上做任何修改。',
  },
  form: ReleaseForm,
  openRoles: ['dba', 'administrator'],
  approverRoles: ['dba', 'administrator'],
  prepare: async ({ db, metadata }, { clusterId }) => {
    const cluster = await metadata.getCluster(db, clusterId);
    const instances = await livingOf(metadata, db, clusterId);
    requireAllowed(mayRelease(cluster, isAdopted(instances)));
    const title = releaseTitle(cluster.name, instances.length);
    return [{ title, taskKind: 'adoption.release-cluster', taskInput: { clusterId } }];
  },
});

/** The ways back: less than before, or nothing any more. */
export const leaveTicketKinds: readonly TicketKind<AdoptionPorts>[] = [lower, release];
