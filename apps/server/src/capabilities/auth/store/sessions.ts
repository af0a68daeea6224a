import type { Reader, Tx } from '../../../platform/database/schema.ts';

export async function addSession(
  tx: Tx,
  session: { readonly id: string; readonly userId: string; readonly createdAt: number; readonly expiresAt: number },
): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      user_id: session.userId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

export async function findSessionUserId(db: Reader, id: string, now: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('session')
    .select('user_id')
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.user_id;
}

export async function removeSession(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('session').where('id', '=', id).execute();
}

export async function removeExpiredSessions(tx: Tx, now: number): Promise<void> {
  await tx.deleteFrom('session').where('expires_at', '<=', now).execute();
}

/** How many of this user's sessions were ended; `exceptId` goes on. */
export async function removeSessionsOf(tx: Tx, userId: string, exceptId?: string): Promise<number> {
  const query = tx.deleteFrom('session').where('user_id', '=', userId);
  const result = await (exceptId === undefined ? query : query.where('id', '!=', exceptId)).executeTakeFirst();
  return Number(result.numDeletedRows);
}
