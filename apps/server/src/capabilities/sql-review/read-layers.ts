import type { ReviewPolicyScope } from '@myriad/contract';
import {
  mergeLayers,
  PolicyFault,
  type PolicyLayer,
  type Rule,
  readPolicy,
  type Tolerance,
  type Words,
} from '@myriad/sql-review';
import type { Reader } from '../../platform/database/schema.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { findPolicy, type PolicyRecord, scopeOf } from './store/policies.ts';

/** What people hand in must hold; what was saved once is judged by as far as it still holds. */
const tolerances = {
  given: {},
  changed: { keepsBroken: true },
  stored: { keepsBroken: true, skipsUnknown: true },
} as const satisfies Record<string, Tolerance>;

/**
 * One policy, read. `beside`: own rules of those before it. `stored`: an own rule that an upgrade broke is in it as broken, and
 * settings of rules that are gone say nothing; `changed`: the former alone. @throws ProblemError REVIEW_POLICY_INVALID
 */
export async function readLayer(
  text: string,
  beside: readonly Rule[],
  as: keyof typeof tolerances = 'stored',
): Promise<PolicyLayer> {
  try {
    const { base, environments, applications, baseline } = await readPolicy(text, beside, tolerances[as]);
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
  /** Own rules that judge nothing, where they stand, and why. */
  readonly broken: readonly { readonly rule: string; readonly scope: ReviewPolicyScope; readonly words: Words }[];
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
  const broken: ChosenPolicy['broken'][number][] = [];
  for (const record of records) {
    const read = await readLayer(record.text, layer.ownRules);
    for (const { id, broken: words } of read.ownRules)
      if (words) broken.push({ rule: id, scope: scopeOf(record), words });
    layer = mergeLayers([layer, read]);
  }
  return {
    layer,
    // What a later policy has off is asked nothing.
    broken: broken.filter(({ rule }) => layer.rules[rule]?.on !== false),
    versions: records.map(({ scope_kind: kind, scope_id: id, version }) => ({
      scope: id === '' ? kind : `${kind}/${id}`,
      version: Number(version),
    })),
  };
}
