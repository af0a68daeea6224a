import { inTransaction } from '../database/in-transaction.ts';
import { isDuplicateKey } from '../database/is-duplicate-key.ts';
import type { Db, Reader, Tx } from '../database/schema.ts';
import { upsert } from '../database/upsert.ts';
import {
  type CertificateParts,
  certificateDays,
  day,
  early,
  signingAuthority,
  trustedAuthorities,
} from './authority.ts';
import { type KeyedCertificate, makeServerCertificate } from './make-certificate.ts';

export { certificateMigrations } from './migrations.ts';

/** How to know a server again: the authorities to believe, and the name it must prove. */
export interface Trust {
  readonly authorities: string;
  readonly serverName: string;
}

export interface Issued extends KeyedCertificate {
  readonly authorities: string;
}

/** A name nobody resolves: it says who somebody is, wherever they are reached. */
const serverNameOf = (subject: string): string => `${subject.split('/').reverse().join('.')}.myriad.internal`;

/**
 * The certificate of a subject (`instance/<id>`) for these names and addresses: the one it has, or a new one where it has none,
 * its names differ, or less than half of its time is left.
 */
export async function issueCertificate(parts: CertificateParts & { readonly db: Db }, wanted: Wanted): Promise<Issued> {
  const issue = () => inTransaction(parts.db, (tx) => issueIn(parts, tx, wanted));
  try {
    return await issue();
  } catch (error) {
    // Two at once had no authority yet: one made it, and the other now finds it.
    if (!isDuplicateKey(error)) throw error;
    return issue();
  }
}

interface Wanted {
  readonly subject: string;
  readonly names: readonly string[];
}

const allNames = ({ subject, names }: Wanted): string =>
  JSON.stringify([...new Set([serverNameOf(subject), ...names])]);

/** The certificate the subject has, when it still does for these names; undefined when a new one is due. Writes nothing. */
export async function findCertificate(
  { secrets, clock }: Pick<CertificateParts, 'secrets' | 'clock'>,
  db: Reader,
  wanted: Wanted,
): Promise<Issued | undefined> {
  const row = await db.selectFrom('certificate').selectAll().where('subject', '=', wanted.subject).executeTakeFirst();
  const lasts = row && Number(row.not_after) - clock.now() > (certificateDays / 2) * day;
  if (!row || row.names !== allNames(wanted) || !lasts) return undefined;
  const key = await secrets.read(db, row.secret_id);
  return { certificate: row.certificate, key, authorities: await trustedAuthorities(db) };
}

async function issueIn(parts: CertificateParts, tx: Tx, wanted: Wanted): Promise<Issued> {
  const had = await findCertificate(parts, tx, wanted);
  if (had) return had;
  const { subject } = wanted;
  const now = parts.clock.now();
  const serverName = serverNameOf(subject);
  const all = allNames(wanted);
  const row = await tx.selectFrom('certificate').select('secret_id').where('subject', '=', subject).executeTakeFirst();
  const authority = await signingAuthority(parts, tx);
  const notAfter = Math.min(now + certificateDays * day, authority.notAfter);
  const server = { commonName: serverName, names: JSON.parse(all) as string[], notBefore: early(now), notAfter };
  const made = makeServerCertificate(authority, server);
  const secretId = await parts.secrets.put(tx, { kind: 'tls-key', label: subject, value: made.key });
  if (row) await parts.secrets.remove(tx, row.secret_id);
  await upsert(
    tx,
    'certificate',
    { subject },
    {
      server_name: serverName,
      names: all,
      certificate: made.certificate,
      secret_id: secretId,
      authority_id: authority.id,
      not_after: notAfter,
      created_at: now,
    },
  );
  return { ...made, authorities: await trustedAuthorities(tx) };
}

/** Undefined: the platform gave it no certificate, so there is nothing to compare it with. */
export async function findTrust(db: Reader, subject: string): Promise<Trust | undefined> {
  const row = await db
    .selectFrom('certificate')
    .select('server_name')
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row && { serverName: row.server_name, authorities: await trustedAuthorities(db) };
}

/** It is no more, or never came to be. */
export async function forgetCertificate(
  { secrets }: Pick<CertificateParts, 'secrets'>,
  tx: Tx,
  subject: string,
): Promise<void> {
  const row = await tx.selectFrom('certificate').select('secret_id').where('subject', '=', subject).executeTakeFirst();
  if (!row) return;
  await tx.deleteFrom('certificate').where('subject', '=', subject).execute();
  await secrets.remove(tx, row.secret_id);
}
