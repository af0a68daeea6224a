import type { LiveInstance } from '@myriad/contract';
import { readReplication, readSemiSync, readServerState, type SqlRunner } from '@myriad/mysql';
import { PathError, pathErrorWords } from '@myriad/paths';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { InstanceRecord } from '../metadata/index.ts';
import { shown } from './live/shown-text.ts';
import type { InstancePorts } from './ports.ts';

const limitSeconds = 3;
/** Sets of GTIDs are long. Letters. */
const longText = 65_536;

/** What every instance of a cluster says right now, side by side; one that is silent for 3 s is not reachable, with the reason. */
export async function readClusterLive(
  { db, metadata, access, clock }: Pick<InstancePorts, 'db' | 'metadata' | 'access' | 'clock'>,
  clusterId: string,
): Promise<{ at: number; instances: LiveInstance[] }> {
  await metadata.getCluster(db, clusterId);
  const living = (await metadata.listInstances(db, { clusterId })).filter(({ state }) => state !== 'decommissioned');
  const instances = await Promise.all(
    living.map(async (instance): Promise<LiveInstance> => {
      const signal = AbortSignal.timeout(limitSeconds * 1000);
      const base = { instanceId: instance.id, at: clock.now() };
      try {
        return { ...base, ...(await bounded(signal, ask(access, instance, signal))) };
      } catch (error) {
        return { ...base, reachable: false, because: reasonOf(error, signal) };
      }
    }),
  );
  return { at: clock.now(), instances };
}

async function ask(
  access: InstancePorts['access'],
  instance: InstanceRecord,
  signal: AbortSignal,
): Promise<Omit<LiveInstance, 'instanceId' | 'at'>> {
  await using mysql = await access.openInstance(instance.id, { as: 'monitor', signal });
  // Awaited here: the session closes with this scope.
  return await readLive(mysql);
}

/** One server's own account of itself, its texts harmless to show. Lag is null where it is not known; never 0 by default. */
export async function readLive(mysql: SqlRunner): Promise<Omit<LiveInstance, 'instanceId' | 'at'>> {
  const state = await readServerState(mysql);
  const [replication] = await readReplication(mysql, state.version);
  const semiSync = await readSemiSync(mysql, state.version);
  const role = semiSync.source && semiSync.sourceActive ? 'source' : semiSync.replicaActive ? 'replica' : 'off';
  return {
    reachable: true,
    version: shown(state.versionText),
    uptimeSeconds: state.uptimeSeconds,
    readOnly: state.readOnly,
    ...(state.superReadOnly === undefined ? {} : { superReadOnly: state.superReadOnly }),
    ...(state.serverUuid === '' ? {} : { serverUuid: shown(state.serverUuid) }),
    gtidExecuted: shown(state.executed, longText),
    ...(replication
      ? {
          source: { host: shown(replication.source.host), port: replication.source.port },
          receiver: replication.receiver,
          applier: replication.applier,
          lagSeconds: replication.lagSeconds,
          ...(replication.error === '' ? {} : { error: shown(replication.error) }),
        }
      : {}),
    semiSync: role,
    semiSyncClients: semiSync.clients,
  };
}

/** The limit holds even where something below does not hear the signal. */
const bounded = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
  ]);

function reasonOf(error: unknown, signal: AbortSignal) {
  if (signal.aborted) return { en: `No answer within ${limitSeconds} s.`, zh: `${limitSeconds} 秒内没有应答。` };
  if (error instanceof ProblemError)
    return { en: 'The platform has no account or path for it.', zh: '平台没有可用的账号或路径。' };
  const why = error instanceof Error ? error.message : String(error);
  const code = error instanceof PathError ? error.code : 'HOP_UNREACHABLE';
  const words = pathErrorWords({ code, message: shown(why) });
  return { en: words.en, zh: `无法连接：${words.zh}` };
}
