import { findSession, parseVersion, type SessionSeen } from '@myriad/mysql';
import { PathError } from '@myriad/paths';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { requireAllowed } from '../../platform/policy/decision.ts';
import { harmlessText } from '../findings/index.ts';
import type { InstanceRecord } from '../metadata/index.ts';
import type { KillInput, KillSessionForm } from './kill-form.ts';
import { killerOf } from './killer-of.ts';
import { mayStop } from './policy.ts';
import type { InstancePorts } from './ports.ts';
import { shownShape, whyNotKill } from './whose-session.ts';

const refuse = (path: 'sessionId' | 'instanceId' | 'end', en: string, zh: string): never => {
  throw new ProblemError('FORM_INVALID', {}, [{ path, words: { en, zh } }]);
};

/** Looks at the session that is meant, and writes down who it is; or says why it is not ended. */
export async function prepareKill(ports: InstancePorts, form: KillSessionForm): Promise<KillInput> {
  const { db, metadata, clock } = ports;
  const instance = await metadata.getInstance(db, form.instanceId);
  const { clusterId, name } = instance;
  if (clusterId === null) throw new ProblemError('INSTANCE_NOT_MANAGED', { name });
  requireAllowed(mayStop(instance.state));
  const cluster = await metadata.getCluster(db, clusterId);
  if (instance.packageId === null && cluster.level !== 'operate' && cluster.level !== 'ha')
    return refuse(
      'instanceId',
      `The cluster stands at the level “${cluster.level}”; sessions are ended from “operate” on.`,
      `集群当前级别为“${cluster.level}”，达到“operate”级别后才能结束会话。`,
    );
  const nowSeconds = Math.floor(clock.now() / 1000);
  const seen = await lookAt(ports, instance, form.sessionId, nowSeconds);
  if (!seen)
    return refuse(
      'sessionId',
      `There is no session ${form.sessionId} on ${name} any more.`,
      `${name} 上已没有会话 ${form.sessionId}。`,
    );
  const own = (await metadata.listAccounts(db, clusterId)).map(({ user }) => user).filter((user) => user !== 'root');
  const why = whyNotKill(seen, own);
  if (why) return refuse('sessionId', why.en, why.zh);
  if ((form.user !== undefined && form.user !== seen.user) || (form.host !== undefined && form.host !== seen.host)) {
    const now = harmlessText(`${seen.user}@${seen.host}`, 200);
    return refuse(
      'sessionId',
      `Session ${form.sessionId} is another by now: ${now}.`,
      `会话 ${form.sessionId} 现在属于他人：${now}。`,
    );
  }
  const runs = seen.shape !== '' && seen.command !== 'Sleep';
  if (form.end === 'query' && !runs)
    return refuse(
      'end',
      'It runs nothing now; only its connection can be ended.',
      '该会话当前没有在执行语句，只能断开连接。',
    );
  return {
    ...{ clusterId, instanceId: instance.id, name, sessionId: form.sessionId, end: form.end },
    ...{ user: seen.user, host: seen.host, serverStartedAt: seen.serverStartedAt },
    statement: runs ? shownShape(seen) : '',
    statementStartedAt: runs && seen.seconds !== null ? nowSeconds - seen.seconds : null,
    transactionSeconds: seen.transaction?.seconds ?? null,
    rowsModified: seen.transaction?.rowsModified ?? 0,
  };
}

async function lookAt(
  ports: InstancePorts,
  instance: InstanceRecord,
  sessionId: number,
  nowSeconds: number,
): Promise<SessionSeen | undefined> {
  try {
    const as = await killerOf(ports, instance);
    await using sql = await ports.access.openInstance(instance.id, { as });
    return await findSession(sql, parseVersion(instance.version, instance.flavor), sessionId, nowSeconds);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    const reason = harmlessText(error.message, 300);
    return refuse('instanceId', `It cannot be looked at now: ${reason}`, `现在无法查看该实例：${reason}`);
  }
}
