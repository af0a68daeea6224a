import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { WordValues } from '../../../platform/http/fill-words.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { Metadata } from '../metadata.ts';
import { type QuotaOf, selectQuotas, selectUse } from '../store/quotas.ts';
import type { SpecificationRow } from './catalogue.ts';
import { findSpecification } from './find-specification.ts';
import { type Amounts, addAmounts, exceededOf, noUse } from './quota.ts';

/** Instances somebody is about to add, each of a named size. */
export interface QuotaAsked extends QuotaOf {
  readonly instances: number;
  readonly specification: string | null;
}

/** A problem of `inventoryProblems`, with what fills its words. */
export interface QuotaRefusal {
  readonly code: 'QUOTA_EXCEEDED' | 'QUOTA_NEEDS_SPECIFICATION';
  readonly values: WordValues;
}

const whatWords = {
  instances: { en: 'instances', zh: '实例数' },
  memoryBytes: { en: 'of memory', zh: '内存' },
  diskBytes: { en: 'of disk', zh: '磁盘' },
} as const;

const shown = (name: keyof Amounts, value: number): string =>
  name === 'instances' ? String(value) : `${Number((value / 1024 ** 3).toFixed(2))} GiB`;

/**
 * Why a quota does not allow so much more; undefined where it does. No quota, no limit. Every living instance of the
 * application in that environment counts, whoever made it: deployed here or taken over.
 */
export async function findQuotaRefusal(
  db: Reader,
  metadata: Pick<Metadata, 'getApplication'>,
  { instances, specification, ...of }: QuotaAsked,
): Promise<QuotaRefusal | undefined> {
  const [quota] = await selectQuotas(db, of);
  if (!quota) return undefined;
  const { allowed } = quota;
  const size = specification === null ? undefined : await findSpecification(db, specification);
  const more = amountsOf(instances, size);
  const [use] = await selectUse(db, of);
  const wanted = addAmounts(use?.used ?? noUse, more);
  // Who asks for no disk is not refused for the disk that is used already.
  const first = exceededOf(wanted, allowed).find((name) => more[name] > 0);
  const isUnsized = !size && (allowed.memoryBytes !== null || allowed.diskBytes !== null);
  if (!first && !isUnsized) return undefined;
  const { name: application } = await metadata.getApplication(db, of.applicationId);
  const values = { application, environment: of.environment };
  if (!first) return { code: 'QUOTA_NEEDS_SPECIFICATION', values };
  const told = {
    what: whatWords[first],
    wanted: shown(first, wanted[first]),
    allowed: shown(first, allowed[first] ?? 0),
  };
  return { code: 'QUOTA_EXCEEDED', values: { ...values, ...told } };
}

const amountsOf = (instances: number, size: SpecificationRow | undefined): Amounts => ({
  instances,
  memoryBytes: instances * (size?.memoryBytes ?? 0),
  diskBytes: instances * (size?.diskBytes ?? 0),
});

/**
 * For whoever adds instances, in the transaction that adds them: the application is held until it ends, so that of two who ask
 * for the last place the second sees that it is taken.
 * @throws ProblemError QUOTA_EXCEEDED, QUOTA_NEEDS_SPECIFICATION, APPLICATION_NOT_FOUND
 */
export async function requireQuota(
  tx: Tx,
  metadata: Pick<Metadata, 'lockApplication' | 'getApplication'>,
  asked: QuotaAsked,
): Promise<void> {
  await metadata.lockApplication(tx, asked.applicationId);
  const refusal = await findQuotaRefusal(tx, metadata, asked);
  if (refusal) throw new ProblemError(refusal.code, refusal.values);
}
