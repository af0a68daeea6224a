import type { Clock } from '../clock/clock.ts';
import { newId } from '../database/new-id.ts';
import type { Reader, Tx } from '../database/schema.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { type Authority, makeAuthority } from './make-certificate.ts';

export interface CertificateParts {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

export const day = 86_400_000;
/** A machine whose clock is a little behind must still find it valid. */
export const early = (now: number): number => now - day;
const authorityDays = 7300;
export const certificateDays = 3650;

export interface StoredAuthority extends Authority {
  readonly id: string;
  readonly notAfter: number;
}

/**
 * A further authority: it signs from now on; the earlier ones stay trusted, since servers still show what they signed.
 * `generation` follows the one that was found wanting: whoever decided the same at the same time meets the unique key.
 */
async function addAuthority(
  { clock, secrets }: CertificateParts,
  tx: Tx,
  generation: number,
): Promise<StoredAuthority> {
  const now = clock.now();
  const id = newId();
  const notAfter = now + authorityDays * day;
  const made = makeAuthority({
    commonName: `Myriad authority ${generation} ${id.slice(-8)}`,
    notBefore: early(now),
    notAfter,
  });
  const secretId = await secrets.put(tx, { kind: 'tls-key', label: made.commonName, value: made.key });
  await tx
    .insertInto('certificate_authority')
    .values({
      id,
      generation,
      common_name: made.commonName,
      certificate: made.certificate,
      secret_id: secretId,
      not_after: notAfter,
      created_at: now,
    })
    .execute();
  return { ...made, id, notAfter };
}

/** The authority that signs; made at the first need, and followed by another while it can still outlive what it signs. */
export async function signingAuthority(parts: CertificateParts, tx: Tx): Promise<StoredAuthority> {
  const row = await newest(tx);
  if (!row || Number(row.not_after) - parts.clock.now() < certificateDays * day)
    return addAuthority(parts, tx, Number(row?.generation ?? 0) + 1);
  const { id, common_name: commonName, certificate, not_after: notAfter } = row;
  return { id, commonName, certificate, key: await parts.secrets.read(tx, row.secret_id), notAfter: Number(notAfter) };
}

const newest = (db: Reader) =>
  db.selectFrom('certificate_authority').selectAll().orderBy('generation', 'desc').limit(1).executeTakeFirst();

/** Every authority the platform has ever signed with, as one PEM text; '' = none yet. */
export async function trustedAuthorities(db: Reader): Promise<string> {
  const rows = await db.selectFrom('certificate_authority').select('certificate').orderBy('generation').execute();
  return rows.map(({ certificate }) => certificate).join('');
}
