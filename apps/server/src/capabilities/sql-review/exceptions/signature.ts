import { createHash, timingSafeEqual } from 'node:crypto';
import type { ValueCodec } from '../../../platform/secrets/value-codec.ts';
import type { ExceptionRecord } from '../store/exceptions.ts';

type Signed = Omit<ExceptionRecord, 'signature'>;

/** Everything somebody put their name to, in one order; once it is revoked, that and by whom. */
const digestOf = (row: Signed): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ...[row.id, row.review_id, row.application_id, row.environment, row.text_hash, row.fingerprint, row.head],
        ...[row.verdict, row.score === null ? null : Number(row.score), row.rules, row.reason, row.owner],
        ...[row.signed_by_id, row.signed_by, Number(row.signed_at), row.expires],
        ...(row.revoked_at === null ? [] : [Number(row.revoked_at), row.revoked_by, row.revoked_because]),
      ]),
    )
    .digest();

/**
 * With the keys of this installation: who can write to the store and has not them cannot make one. Made anew when an
 * exception is revoked, so that it does not hold again once somebody clears the revocation.
 */
export const sign = (codec: ValueCodec, row: Signed): string =>
  Buffer.from(codec.encode(digestOf(row))).toString('base64');

/** Whether the row is as it was signed. */
export function isIntact(codec: ValueCodec, row: ExceptionRecord): boolean {
  try {
    const digest = Buffer.from(codec.decode(Buffer.from(row.signature, 'base64')));
    const now = digestOf(row);
    return digest.length === now.length && timingSafeEqual(digest, now);
  } catch {
    // Cut short, of another place, or its key is gone.
    return false;
  }
}
