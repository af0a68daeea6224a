import type { Words } from '@myriad/contract';
import type { JsonObject } from '@myriad/runbook';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { defineTicketKind, type TicketKind } from '../tickets/index.ts';
import { AdoptForm, RaiseForm } from './adopt-form.ts';
import { wordsOf } from './decision-words.ts';
import { leaveTicketKinds } from './leave-ticket-kinds.ts';
import { isAdopted, livingOf } from './levels/is-adopted.ts';
import { levelWords } from './levels/level-purpose.ts';
import { mayRaise } from './policy.ts';
import type { AdoptionPorts } from './ports.ts';
import { prepareAdopt } from './prepare-adopt.ts';
import { findLevelAccount } from './store.ts';

const adopt = defineTicketKind<AdoptionPorts>()({
  kind: 'fleet.adopt',
  letter: 'R',
  title: { en: 'Take over clusters', zh: '接管集群' },
  description: {
    en: 'Clusters that a discovery found are recorded at the level “observe”; nothing is written on them.',
    zh: '将发现的集群以“观察”级别登记，不在其上写入任何内容。',
  },
  form: AdoptForm,
  openRoles: ['dba', 'administrator'],
  approverRoles: ['dba', 'administrator'],
  ticketTitle: ({ clusters }) => {
    const names = clusters.slice(0, 3).map(({ name }) => name);
    const more = clusters.length > names.length ? '…' : '';
    return { en: `Take over ${names.join(', ')}${more}`, zh: `接管 ${names.join('、')}${more}` };
  },
  prepare: async (ports, form) => {
    const inputs = await prepareAdopt(ports, form);
    return inputs.map((input) => ({
      title: { en: `Take over ${input.name}`, zh: `接管 ${input.name}` },
      taskKind: 'adoption.adopt-cluster',
      taskInput: JSON.parse(JSON.stringify(input)) as JsonObject,
    }));
  },
});

const raise = defineTicketKind<AdoptionPorts>()({
  kind: 'fleet.raise-level',
  letter: 'A',
  title: { en: 'Raise the level of a cluster', zh: '提升集群级别' },
  description: {
    en: 'Observe → back up → operate → high availability, each with an account of its own that may exactly that.',
    zh: '观察 → 备份 → 运维 → 高可用，每级使用仅具备所需权限的专用账号。',
  },
  form: RaiseForm,
  openRoles: ['dba', 'administrator'],
  approverRoles: ['dba', 'administrator'],
  prepare: async ({ db, metadata }, { clusterId, level, accountId }) => {
    const cluster = await metadata.getCluster(db, clusterId);
    const decision = mayRaise(cluster, isAdopted(await livingOf(metadata, db, clusterId)), level);
    const account = await findLevelAccount(db, accountId);
    const faults = [
      ...(decision.allowed ? [] : [{ path: 'level', words: wordsOf(decision) }]),
      ...(account?.clusterId === clusterId && account.level === level
        ? []
        : [{ path: 'accountId', words: otherAccount }]),
    ];
    if (faults.length > 0 || !account) throw new ProblemError('FORM_INVALID', {}, faults);
    const title = {
      en: `Raise ${cluster.name} to “${levelWords[level].en}”`,
      zh: `将 ${cluster.name} 提升到“${levelWords[level].zh}”`,
    };
    return [
      { title, taskKind: 'adoption.raise-level', taskInput: { clusterId, level, accountId, user: account.user } },
    ];
  },
});

const otherAccount: Words = {
  en: 'No account of this id was checked for this cluster and level in the last seven days: check it first.',
  zh: '最近 7 天内没有为该集群和级别核对过此编号的账号，请先核对账号。',
};

/** Forms of this slice, listed by `app.ts`. */
export const adoptionTicketKinds: readonly TicketKind<AdoptionPorts>[] = [adopt, raise, ...leaveTicketKinds];
