import { type AccountPurpose, newPassword } from '@myriad/mysql';
import type { Reader, Tx } from '../../platform/database/schema.ts';
import type { AccountRecord, Source } from '../metadata/index.ts';
import type { InstancePorts } from './ports.ts';

/** The logins the platform makes on every cluster. Root stays on the machine; the others come over the network. */
export const accountNames: Readonly<Record<AccountPurpose, { readonly user: string; readonly host: string }>> = {
  root: { user: 'root', host: 'localhost' },
  admin: { user: 'myriad_admin', host: '%' },
  replication: { user: 'myriad_repl', host: '%' },
  monitor: { user: 'myriad_monitor', host: '%' },
  backup: { user: 'myriad_backup', host: '%' },
};

export const accountPurposes = Object.keys(accountNames) as readonly AccountPurpose[];

/** Users that are the platform's own, for telling people's sessions from ours. */
export const ownUsers: readonly string[] = Object.values(accountNames)
  .map(({ user }) => user)
  .filter((user) => user !== 'root');

/** Makes the passwords of a cluster, straight into the secrets box; they are read again just before they are needed. */
export async function addAccounts(
  { metadata, secrets }: Pick<InstancePorts, 'metadata' | 'secrets'>,
  tx: Tx,
  cluster: { readonly id: string; readonly name: string },
  source: Source,
): Promise<void> {
  for (const purpose of accountPurposes) {
    const { user, host } = accountNames[purpose];
    const label = `${cluster.name}: ${purpose}`;
    const secretId = await secrets.put(tx, { kind: 'password', label, value: newPassword() });
    await metadata.addAccount(tx, { clusterId: cluster.id, purpose, user, hostPattern: host, secretId }, source);
  }
}

/** Login and password of an account; throws where the cluster has none for that purpose. */
export async function readAccount(
  { metadata, secrets }: Pick<InstancePorts, 'metadata' | 'secrets'>,
  db: Reader,
  clusterId: string,
  purpose: AccountPurpose,
): Promise<AccountRecord & { readonly password: string }> {
  const account = await metadata.findAccount(db, clusterId, purpose);
  if (!account) throw new Error(`cluster ${clusterId} has no ${purpose} account`);
  return { ...account, password: await secrets.read(db, account.secretId) };
}
