import type { Db } from '../../../platform/database/schema.ts';
import { lastLook } from '../../sweeps/index.ts';
import { notRead, type Seen } from '../judge/seen.ts';
import { findSettings } from '../store/settings.ts';
import { unpackSettings } from './pack-settings.ts';

/** The newest of what is known of an instance: of each part the look that saw it last. undefined: nobody looked yet. */
export async function lastSeen(db: Db, instanceId: string): Promise<Seen | undefined> {
  const packed = await findSettings(db, instanceId);
  const settings = packed === undefined ? undefined : await unpackSettings(packed);
  const deep = (await lastLook(db, instanceId))?.portrait;
  if (!settings && !deep) return undefined;
  const newer = settings && (!deep || settings.readAt >= deep.readAt) ? settings.portrait : deep;
  const older = newer === deep ? settings?.portrait : deep;
  const pick = <K extends 'variables' | 'accounts' | 'emptyPasswords' | 'schemas'>(part: K): Seen[K] => {
    const first = newer?.[part];
    // What the newer look was refused, the older one may have seen: it looks with another account.
    const found = first?.ok ? first : older?.[part]?.ok ? older[part] : first;
    return (found ?? notRead('not read yet')) as Seen[K];
  };
  return {
    lookedAt: Math.max(settings?.readAt ?? 0, deep?.readAt ?? 0),
    variables: pick('variables'),
    accounts: pick('accounts'),
    emptyPasswords: pick('emptyPasswords'),
    schemas: pick('schemas'),
    tables: deep?.contents.tables ?? notRead('no deep look yet'),
    file: settings?.file ?? notRead('not read yet'),
    persisted: settings?.persisted ?? notRead('not read yet'),
  };
}
