import { readGlance } from '@myriad/mysql';
import { PathError } from '@myriad/paths';
import type { Refusal } from '../checks/index.ts';
import type { InstancePorts } from '../ports.ts';
import { versionOf } from '../server-package.ts';
import type { RecordedSource, Seat } from './bring-back-form.ts';
import { judgeRepoint } from './judge-repoint.ts';
import { lookAtSource } from './look-at-source.ts';
import { repointingAccount } from './repoint-replica.ts';
import { unreachable } from './unreachable.ts';

const path = 'instanceId';

/** What speaks against pointing it at its recorded source now. Looks at both, and changes nothing. */
export async function lookAtRepoint(
  { access }: Pick<InstancePorts, 'access'>,
  seat: Seat,
  source: RecordedSource | undefined,
): Promise<readonly Refusal[]> {
  const { name } = seat;
  if (!source)
    return [
      {
        ...{ code: 'SOURCE_NOT_RECORDED', path },
        words: {
          en: `Whom ${name} should follow is no instance of this cluster.`,
          zh: `${name} 应跟随的复制源不是该集群中的实例。`,
        },
        next: {
          en: 'Accept the source it has, or take the right one into the record; or repoint it by hand.',
          zh: '请接受当前来源，或先登记正确的复制源；也可人工重新指向。',
        },
      },
    ];
  const as = repointingAccount(source);
  let asked = seat;
  try {
    await using mysql = await access.openInstance(seat.instanceId, { as });
    const replica = await readGlance(mysql, versionOf(seat));
    const [channel] = replica.channels;
    if (!channel && source.login === 'kept') return [noLogin(seat, source)];
    if (channel?.source.host === source.host && channel.source.port === source.port)
      return [followsAlready(seat, source)];
    asked = source.seat;
    await using other = await access.openInstance(source.seat.instanceId, { as });
    const whyNot = judgeRepoint(name, replica, await lookAtSource(other, versionOf(source.seat)));
    return whyNot ? [{ ...whyNot, path }] : [];
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    return [unreachable(asked, error)];
  }
}

const followsAlready = ({ name }: Seat, { seat }: RecordedSource): Refusal => ({
  ...{ code: 'ALREADY_AS_RECORDED', path },
  words: { en: `${name} follows ${seat.name} already.`, zh: `${name} 已在跟随 ${seat.name}。` },
  next: {
    en: 'Where its threads stand, choose “replicating”; else the finding closes by itself.',
    zh: '若复制线程已停止，请选择 replicating；否则发现项会自行关闭。',
  },
});

const noLogin = ({ name, flavor }: Seat, { host, port }: RecordedSource): Refusal => ({
  ...{ code: 'REPLICATION_LOGIN_UNKNOWN', path },
  words: {
    en: `${name} has no channel left, and with it went the login it replicated with, which the platform never knew.`,
    zh: `${name} 已没有复制通道，其复制账号也随之丢失，平台从未知晓该账号。`,
  },
  next:
    flavor === 'mysql'
      ? {
          en: `By hand, once you have compared its GTIDs with the source’s: CHANGE REPLICATION SOURCE TO SOURCE_HOST='${host}', SOURCE_PORT=${port}, SOURCE_USER=…, SOURCE_PASSWORD=…, SOURCE_AUTO_POSITION=1; START REPLICA.`,
          zh: `请与复制源比较 GTID 后人工执行：CHANGE REPLICATION SOURCE TO SOURCE_HOST='${host}', SOURCE_PORT=${port}, SOURCE_USER=…, SOURCE_PASSWORD=…, SOURCE_AUTO_POSITION=1；再执行 START REPLICA。`,
        }
      : {
          en: `By hand, once you have compared its GTIDs with the source’s: CHANGE MASTER TO MASTER_HOST='${host}', MASTER_PORT=${port}, MASTER_USER=…, MASTER_PASSWORD=…, MASTER_USE_GTID=slave_pos; START SLAVE.`,
          zh: `请与复制源比较 GTID 后人工执行：CHANGE MASTER TO MASTER_HOST='${host}', MASTER_PORT=${port}, MASTER_USER=…, MASTER_PASSWORD=…, MASTER_USE_GTID=slave_pos；再执行 START SLAVE。`,
        },
});
