import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Reader } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { changedFields } from '../changed-fields.ts';
import type { Metadata } from '../metadata.ts';
import type { MetadataParts, Note } from '../parts.ts';
import { mayChangeMetadata } from '../policy.ts';
import { deleteQuota, type QuotaOf, selectQuotas, selectUse, writeQuota } from '../store/quotas.ts';
import { type Amounts, exceededOf, type Limits, noUse, type Use } from './quota.ts';

export interface QuotaLine extends QuotaOf {
  readonly application: string;
  readonly allowed?: Limits;
  readonly used: Use;
  readonly exceeded: (keyof Amounts)[];
}

/** Every application and environment with a quota or a use, by the application's name. Used and allowed are computed, never stored. */
export async function listQuotas(
  db: Reader,
  metadata: Pick<Metadata, 'listApplications'>,
  filter: Partial<QuotaOf> = {},
): Promise<QuotaLine[]> {
  const names = new Map((await metadata.listApplications(db)).map(({ id, name }) => [id, name]));
  const keyOf = ({ applicationId, environment }: QuotaOf) => JSON.stringify([applicationId, environment]);
  const quotas = await selectQuotas(db, filter);
  const uses = await selectUse(db, filter);
  const allowedOf = new Map(quotas.map((quota) => [keyOf(quota), quota.allowed]));
  const usedOf = new Map(uses.map((use) => [keyOf(use), use.used]));
  const places = new Map([...quotas, ...uses].map((of) => [keyOf(of), of]));
  return [...places]
    .map(([key, { applicationId, environment }]) => {
      const allowed = allowedOf.get(key);
      const used = usedOf.get(key) ?? noUse;
      const exceeded = exceededOf(used, allowed);
      const application = names.get(applicationId) ?? applicationId;
      return { applicationId, application, environment, used, exceeded, ...(allowed ? { allowed } : {}) };
    })
    .sort((a, b) =>
      a.application === b.application ? compare(a.environment, b.environment) : compare(a.application, b.application),
    );
}

/** Those with a quota alone. */
export async function listLimited(db: Reader, metadata: Pick<Metadata, 'listApplications'>): Promise<QuotaLine[]> {
  // Adding up what a fleet uses takes its time, and most have no quota.
  if ((await selectQuotas(db)).length === 0) return [];
  return (await listQuotas(db, metadata)).filter(({ allowed }) => allowed !== undefined);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export async function setQuota(
  { db, metadata }: MetadataParts,
  actor: Actor,
  of: QuotaOf,
  allowed: Limits,
  note: Note,
): Promise<QuotaLine> {
  requireAllowed(mayChangeMetadata(actor));
  return inTransaction(db, async (tx) => {
    const application = await metadata.lockApplication(tx, of.applicationId);
    const [before] = await selectQuotas(tx, of);
    await writeQuota(tx, of, allowed);
    const named = ({ field, ...change }: ReturnType<typeof changedFields>[number]) => ({
      field: `${of.environment}.${field}`,
      ...change,
    });
    const fields = before
      ? changedFields(before.allowed, allowed).map(named)
      : [{ field: `${of.environment}.created`, before: null, after: allowed }];
    const source = { kind: 'person', id: actor.id } as const;
    await metadata.remember(tx, { entity: 'quota', entityId: of.applicationId, fields }, source);
    await note(tx, `quota/${application.name}/${of.environment}`);
    const [line] = await listQuotas(tx, metadata, of);
    if (!line) throw new Error('a quota just written is gone');
    return line;
  });
}

export async function removeQuota(
  { db, metadata }: MetadataParts,
  actor: Actor,
  of: QuotaOf,
  note: Note,
): Promise<void> {
  requireAllowed(mayChangeMetadata(actor));
  await inTransaction(db, async (tx) => {
    const application = await metadata.lockApplication(tx, of.applicationId);
    const [before] = await selectQuotas(tx, of);
    if (!before) throw new ProblemError('QUOTA_NOT_FOUND', { environment: of.environment });
    await deleteQuota(tx, of);
    const fields = [{ field: `${of.environment}.removed`, before: before.allowed, after: null }];
    const source = { kind: 'person', id: actor.id } as const;
    await metadata.remember(tx, { entity: 'quota', entityId: of.applicationId, fields }, source);
    await note(tx, `quota/${application.name}/${of.environment}`);
  });
}
