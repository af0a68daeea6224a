import type { ServerGlance } from '@myriad/mysql';
import type { Db } from '../../platform/database/schema.ts';
import { harmlessText } from '../findings/index.ts';
import { selectFactsOfMany } from '../metadata/index.ts';

/**
 * Who a server is and whom it follows, as far as that was accepted: what was seen first, or what somebody accepted since. Kept
 * as facts; a look that differs is a finding and leaves them alone.
 */
export interface KnownIdentity {
  readonly serverUuid?: string;
  /** `host:port`, as the replica itself names it. */
  readonly source?: string;
}

export const identityFacts = ['serverUuid', 'source'] as const;

/** The one it follows; undefined where it follows nobody, or several, or one called what nobody can be shown. */
export function sourceOf({ channels }: Pick<ServerGlance, 'channels'>): string | undefined {
  const [only, ...more] = channels;
  if (!only || more.length > 0) return undefined;
  const { host, port } = only.source;
  return host !== '' && harmlessText(host, 255) === host ? `${host}:${port}` : undefined;
}

/** `db-1:3306` or `[::1]:3306`; undefined for anything else. */
export function parseSource(text: string): { readonly host: string; readonly port: number } | undefined {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  return host !== undefined && port !== undefined ? { host, port: Number(port) } : undefined;
}

/** By instance id. */
export async function readIdentities(
  db: Db,
  instanceIds: readonly string[],
): Promise<ReadonlyMap<string, KnownIdentity>> {
  const known = new Map<string, KnownIdentity>();
  for (const { entityId, name, value } of await selectFactsOfMany(db, 'instance', instanceIds, identityFacts))
    if (typeof value === 'string' && value !== '') known.set(entityId, { ...known.get(entityId), [name]: value });
  return known;
}

/** What of a look stands as its identity: what is not known yet, and what agrees; never what differs. */
export function identityToRecord(
  { identity, role }: { readonly identity: KnownIdentity; readonly role: string },
  glance: Pick<ServerGlance, 'serverUuid' | 'channels'>,
): KnownIdentity {
  const { serverUuid } = glance;
  const source = role === 'replica' ? sourceOf(glance) : undefined;
  return {
    ...(serverUuid !== '' && (identity.serverUuid ?? serverUuid) === serverUuid ? { serverUuid } : {}),
    ...(source !== undefined && (identity.source ?? source) === source ? { source } : {}),
  };
}
