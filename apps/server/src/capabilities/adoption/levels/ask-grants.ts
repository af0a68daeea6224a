import type { LevelAccount } from '@myriad/contract';
import {
  compareGrants,
  type HeldPrivilege,
  isMighty,
  levelGrants,
  readOwnGrants,
  readVersion,
  wantedOf,
} from '@myriad/mysql';
import { PathError, pathErrorWords } from '@myriad/paths';
import type { Db } from '../../../platform/database/schema.ts';
import { harmlessText } from '../../findings/index.ts';
import type { ClusterLevel, InstanceRecord, Metadata } from '../../metadata/index.ts';
import type { HostWays } from '../../paths/index.ts';
import { privilegeTexts } from '../looking/privilege-text.ts';
import type { AllowCheck } from '../network/network.ts';

export type AskedServer = LevelAccount['servers'][number];

const serverSeconds = 20;

interface Asking {
  readonly db: Db;
  readonly metadata: Metadata;
  readonly ways: Pick<HostWays, 'openServer'>;
  readonly allow: AllowCheck;
}

/** Logs in to each instance with the account and compares what it may with what the level asks for. Writes nothing there. */
export async function askGrants(
  parts: Asking,
  instances: readonly InstanceRecord[],
  level: ClusterLevel,
  login: { readonly user: string; readonly password: string },
  signal: AbortSignal,
): Promise<readonly AskedServer[]> {
  const asked: AskedServer[] = [];
  for (const instance of instances) asked.push(await askOne(parts, instance, level, login, signal));
  return asked;
}

async function askOne(
  { db, metadata, ways, allow }: Asking,
  { name, hostId, port }: InstanceRecord,
  level: ClusterLevel,
  login: { readonly user: string; readonly password: string },
  outer: AbortSignal,
): Promise<AskedServer> {
  const none = { name, missing: [], missingOptional: [], surplus: [], forbidden: [] };
  const { address } = await metadata.getHost(db, hostId);
  if (!allow.allows(address))
    return {
      ...none,
      because: {
        en: `${address} is in no network of the allow-list; nothing was sent to it.`,
        zh: `${address} 不在网络白名单的任何网段内，未向其发送任何内容。`,
      },
    };
  const signal = AbortSignal.any([outer, AbortSignal.timeout(serverSeconds * 1000)]);
  try {
    await using session = await ways.openServer({ address, port, ...login }, { signal });
    const version = await readVersion(session);
    const held = await readOwnGrants(session, version, { signal });
    return { ...none, ...judge(held, levelGrants(version, level)) };
  } catch (error) {
    outer.throwIfAborted();
    if (!(error instanceof PathError)) throw error;
    const words = pathErrorWords({ code: error.code, message: harmlessText(error.message, 200) });
    return { ...none, because: words };
  }
}

/** A privilege of the level itself is never forbidden, be it as mighty as SUPER on 5.7. */
export function judge(
  held: readonly HeldPrivilege[],
  grants: ReturnType<typeof levelGrants>,
): Omit<AskedServer, 'name'> {
  const { surplus } = compareGrants(held, wantedOf(grants));
  const missing = (optional: boolean) => [
    ...privilegeTexts(compareGrants(held, wantedOf(grants.filter((grant) => grant.optional === optional))).missing),
  ];
  return {
    missing: missing(false),
    missingOptional: missing(true),
    surplus: [...privilegeTexts(surplus)],
    forbidden: [...privilegeTexts(surplus.filter(isMighty))],
  };
}

export const fits = (servers: readonly AskedServer[]): boolean =>
  servers.length > 0 &&
  servers.every(({ because, missing, forbidden }) => !because && missing.length === 0 && forbidden.length === 0);
