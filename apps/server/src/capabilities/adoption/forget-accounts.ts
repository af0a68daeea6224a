import type { Tx } from '../../platform/database/schema.ts';
import type { AccountRecord, Source } from '../metadata/index.ts';
import type { AdoptionPorts } from './ports.ts';
import { takeLevelAccounts } from './store.ts';

/**
 * Takes these accounts out of the record, and their passwords out of the secrets box, with those that were checked for a
 * level and never entered. On the servers they stay: gives back whom people may drop there.
 */
export async function forgetAccounts(
  { metadata, secrets }: Pick<AdoptionPorts, 'metadata' | 'secrets'>,
  tx: Tx,
  clusterId: string,
  purposes: readonly AccountRecord['purpose'][],
  source: Source,
): Promise<readonly AccountRecord[]> {
  const forgotten: AccountRecord[] = [];
  for (const purpose of purposes) {
    const account = await metadata.removeAccount(tx, clusterId, purpose, source);
    if (!account) continue;
    await secrets.remove(tx, account.secretId);
    forgotten.push(account);
  }
  for (const secretId of await takeLevelAccounts(tx, clusterId)) await secrets.remove(tx, secretId);
  return forgotten;
}
