import type { Words } from '@myriad/contract';
import { readReadOnly, readReplication, refusesWrites } from '@myriad/mysql';
import { PathError } from '@myriad/paths';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { requireAllowed } from '../../../platform/policy/decision.ts';
import type { ClusterLevel } from '../../metadata/index.ts';
import { asFault, type Refusal } from '../checks/index.ts';
import { mayOperate } from '../policy.ts';
import type { InstancePorts } from '../ports.ts';
import { versionOf } from '../server-package.ts';
import type { BringBackForm, BroughtTo, RecordedSource, Seat } from './bring-back-form.ts';
import { isFed } from './close-replica.ts';
import { findRecordedSource } from './find-source.ts';
import { lookAtRepoint } from './look-at-repoint.ts';
import { readSeats } from './read-seats.ts';
import { unreachable } from './unreachable.ts';

export interface BringBackInput extends BringBackForm {
  readonly clusterId: string;
  /** Of `following`. */
  readonly source?: RecordedSource;
}

const mayAct: ReadonlySet<ClusterLevel> = new Set(['operate', 'ha']);
/** What the record must say for reality to be brought back to it. */
const rolesOf: Readonly<Record<BroughtTo, readonly Seat['role'][]>> = {
  'read-only': ['replica'],
  replicating: ['replica'],
  following: ['replica'],
  writable: ['primary', 'standalone'],
};

const refusal = (code: string, path: 'instanceId' | 'to', words: Words, next: Words): Refusal => ({
  ...{ code, path, words, next },
});

/** From the form to the task's input, or everything that speaks against it now, at once. Looks, and changes nothing. */
export async function prepareBringBack(ports: InstancePorts, form: BringBackForm): Promise<BringBackInput> {
  const { db, metadata } = ports;
  const instance = await metadata.getInstance(db, form.instanceId);
  requireAllowed(mayOperate(instance.state));
  if (instance.clusterId === null) throw new ProblemError('INSTANCE_NOT_MANAGED', { name: instance.name });
  const read = await readSeats(ports, db, instance.clusterId);
  const { cluster, seats } = read;
  const seat = seats.find(({ instanceId }) => instanceId === form.instanceId);
  if (!seat) throw new ProblemError('INSTANCE_NOT_FOUND', { id: form.instanceId });
  const recorded = [
    ...(mayAct.has(cluster.level) ? [] : [levelTooLow(cluster.name, cluster.level)]),
    // Nobody below *ha* may change replication.
    ...(form.to === 'following' && !read.isOurs && cluster.level === 'operate' ? [needsHa(cluster.name)] : []),
    ...(rolesOf[form.to].includes(seat.role) ? [] : [otherRole(seat, form.to)]),
  ];
  const source = form.to === 'following' ? await findRecordedSource(ports, instance, read) : undefined;
  const look = () => (form.to === 'following' ? lookAtRepoint(ports, seat, source) : lookAt(ports, seat, form.to));
  const refusals = recorded.length > 0 ? recorded : await look();
  if (refusals.length > 0) throw new ProblemError('FORM_INVALID', {}, refusals.map(asFault));
  return { ...form, clusterId: cluster.id, ...(source ? { source } : {}) };
}

const needsHa = (name: string): Refusal =>
  refusal(
    'LEVEL_TOO_LOW',
    'instanceId',
    {
      en: `${name} stands at the level “operate”, whose account may not change replication.`,
      zh: `${name} 处于 operate 级别，该级别的账号不能修改复制。`,
    },
    {
      en: 'Raise the cluster to “ha” by ticket, or repoint it by hand.',
      zh: '请通过工单提升到 ha 级别，或人工重新指向。',
    },
  );

const levelTooLow = (name: string, level: ClusterLevel): Refusal =>
  refusal(
    'LEVEL_TOO_LOW',
    'instanceId',
    {
      en: `The platform only looks at ${name} (level ${level}): nothing is changed there.`,
      zh: `平台对 ${name} 只有 ${level} 级别的权限，不会改动任何内容。`,
    },
    {
      en: 'Raise the cluster to “operate” by ticket, or mend it by hand.',
      zh: '请通过工单将集群提升到 operate 级别，或人工处理。',
    },
  );

const otherRole = ({ name, role }: Seat, to: BroughtTo): Refusal =>
  refusal(
    'RECORD_SAYS_OTHERWISE',
    'to',
    { en: `${name} is recorded as ${role}, so it should not be ${to}.`, zh: `${name} 登记为 ${role}，不应为 ${to}。` },
    { en: 'Correct the record first, if it is the record that is wrong.', zh: '若登记有误，请先更正登记。' },
  );

async function lookAt({ access }: InstancePorts, seat: Seat, to: BroughtTo): Promise<readonly Refusal[]> {
  try {
    await using mysql = await access.openInstance(seat.instanceId, { as: 'admin' });
    const version = versionOf(seat);
    const channels = await readReplication(mysql, version);
    const isClosed = refusesWrites(version, await readReadOnly(mysql));
    if (to === 'replicating') {
      if (channels.length === 0) return [followsNobody(seat)];
      return isClosed ? [] : [takesWrites(seat)];
    }
    if (to === 'read-only') return isClosed ? [already(seat, to)] : isFed(channels) ? [] : [followsNobody(seat)];
    if (channels.length > 0) return [followsSomebody(seat)];
    return isClosed || (await readReadOnly(mysql)).readOnly ? [] : [already(seat, to)];
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    return [unreachable(seat, error)];
  }
}

const already = ({ name }: Seat, to: BroughtTo): Refusal =>
  refusal(
    'ALREADY_AS_RECORDED',
    'to',
    { en: `${name} is ${to} already.`, zh: `${name} 已是 ${to}。` },
    { en: 'There is nothing to do: the finding closes by itself.', zh: '无需处理，发现项会自行关闭。' },
  );

const takesWrites = ({ name }: Seat): Refusal =>
  refusal(
    'REPLICA_TAKES_WRITES',
    'instanceId',
    {
      en: `${name} takes writes: it may be the primary by now.`,
      zh: `${name} 可写：它可能已是主库。`,
    },
    {
      en: 'Look who writes to it. If it is the primary now, accept reality; else close it for writes first.',
      zh: '请先查明谁在写入。若它已是主库请接受现状，否则请先将其设为只读。',
    },
  );

const followsNobody = ({ name }: Seat): Refusal =>
  refusal(
    'REPLICA_FOLLOWS_NOBODY',
    'instanceId',
    {
      en: `No source feeds ${name} right now: it may be the writer by now.`,
      zh: `当前没有复制源向 ${name} 传输：它可能已是可写主库。`,
    },
    {
      en: 'Look who writes to it: accept reality if it is the primary now, else attach or rebuild it.',
      zh: '请查明谁在写入：若它已是主库请接受现状，否则请重建复制。',
    },
  );

const followsSomebody = ({ name }: Seat): Refusal =>
  refusal(
    'PRIMARY_FOLLOWS_SOMEBODY',
    'instanceId',
    {
      en: `${name} replicates from somebody: opened, it would be a second writer.`,
      zh: `${name} 正在从其他实例复制：开放写入会出现第二个可写实例。`,
    },
    { en: 'Accept its new role, or switch back first.', zh: '请接受其新角色，或先切换回来。' },
  );
