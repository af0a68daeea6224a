import type { Reader } from '../database/schema.ts';
import './tables.ts';

/** When what the platform signs with, and what it signed, ends; epoch ms, the next end first. */
export async function listEndings(
  db: Reader,
  before: number,
  limit: number,
): Promise<{
  readonly authority: { readonly commonName: string; readonly notAfter: number } | undefined;
  readonly total: number;
  readonly ending: readonly { readonly subject: string; readonly notAfter: number }[];
}> {
  const authority = await db
    .selectFrom('certificate_authority')
    .select(['common_name', 'not_after'])
    .orderBy('generation', 'desc')
    .executeTakeFirst();
  const all = await db
    .selectFrom('certificate')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirst();
  const ending = await db
    .selectFrom('certificate')
    .select(['subject', 'not_after'])
    .where('not_after', '<', before)
    .orderBy('not_after')
    .limit(limit)
    .execute();
  return {
    authority: authority && { commonName: authority.common_name, notAfter: Number(authority.not_after) },
    total: Number(all?.count ?? 0),
    ending: ending.map(({ subject, not_after }) => ({ subject, notAfter: Number(not_after) })),
  };
}
