import type { ReviewPolicyScope } from '@myriad/contract';
import { mergeLayers, PolicyFault, type PolicyLayer, type Rule, readPolicy } from '@myriad/sql-review';
import type { Reader } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { findPolicy, type PolicyRecord } from './store/policies.ts';

/** One stored policy, read. `beside`: own rules of those before it. @throws ProblemError REVIEW_POLICY_INVALID */
export async function readLayer(text: string, beside: readonly Rule[]): Promise<PolicyLayer> {
  try {
    const { base, environments, applications, baseline } = await readPolicy(text, beside);
    const isFile = Object.keys(environments).length + Object.keys(applications).length > 0 || baseline !== undefined;
    if (!isFile) return base;
  } catch (fault) {
    if (!(fault instanceof PolicyFault)) throw fault;
    throw new ProblemError('REVIEW_POLICY_INVALID', { line: fault.line, reason: fault.words });
  }
  const reason = {
    en: 'environments, applications and baseline belong in a file; here each has a policy of its own.',
    zh: 'environments、applications 与 baseline 仅用于文件；此处每个范围各有自己的策略。',
  };
  throw new ProblemError('REVIEW_POLICY_INVALID', { line: 1, reason });
}

export interface ChosenPolicy {
  readonly layer: PolicyLayer;
  readonly versions: readonly { readonly scope: string; readonly version: number }[];
}

/** What holds for an application in an environment: everything, then the environment, then the application. */
export async function choosePolicy(
  db: Reader,
  {
    environment,
    applicationId,
  }: { readonly environment?: string | undefined; readonly applicationId?: string | undefined },
): Promise<ChosenPolicy> {
  const scopes: readonly ReviewPolicyScope[] = [
    { kind: 'base' },
    ...(environment === undefined ? [] : [{ kind: 'environment', id: environment } as const]),
    ...(applicationId === undefined ? [] : [{ kind: 'application', id: applicationId } as const]),
  ];
  const records: PolicyRecord[] = [];
  for (const scope of scopes) {
    const record = await findPolicy(db, scope);
    if (record) records.push(record);
  }
  let layer: PolicyLayer = mergeLayers([]);
  for (const { text } of records) layer = mergeLayers([layer, await readLayer(text, layer.ownRules)]);
  return {
    layer,
    versions: records.map(({ scope_kind: kind, scope_id: id, version }) => ({
      scope: id === '' ? kind : `${kind}/${id}`,
      version: Number(version),
    })),
  };
}
