import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { ApiTokenTable } from '../tables.ts';

export interface ApiToken {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly secretHash: string;
  readonly createdAt: number;
  readonly expiresAt?: number;
  readonly lastUsedAt?: number;
}

const tokenOf = (row: ApiTokenTable): ApiToken => ({
  id: row.id,
  userId: row.user_id,
  name: row.name,
  secretHash: row.secret_hash,
  createdAt: row.created_at,
  ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
  ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at }),
});

export async function addToken(tx: Tx, token: ApiToken): Promise<void> {
  await tx
    .insertInto('api_token')
    .values({
      id: token.id,
      user_id: token.userId,
      name: token.name,
      secret_hash: token.secretHash,
      created_at: token.createdAt,
      expires_at: token.expiresAt ?? null,
      last_used_at: null,
    })
    .execute();
}

export async function findToken(db: Reader, id: string): Promise<ApiToken | undefined> {
  const row = await db.selectFrom('api_token').selectAll().where('id', '=', id).executeTakeFirst();
  return row && tokenOf(row);
}

export async function listTokensOf(db: Reader, userId: string): Promise<ApiToken[]> {
  const rows = await db
    .selectFrom('api_token')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(tokenOf);
}

/** False: that user has no such token. */
export async function removeToken(tx: Tx, userId: string, id: string): Promise<boolean> {
  const result = await tx.deleteFrom('api_token').where('id', '=', id).where('user_id', '=', userId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** How many of this user's tokens were revoked. */
export async function removeTokensOf(tx: Tx, userId: string): Promise<number> {
  const result = await tx.deleteFrom('api_token').where('user_id', '=', userId).executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function setTokenUsed(tx: Tx, id: string, at: number): Promise<void> {
  await tx.updateTable('api_token').set({ last_used_at: at }).where('id', '=', id).execute();
}
