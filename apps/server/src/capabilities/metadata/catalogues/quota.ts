/** What a quota counts; memory and disk by the named size of the cluster an instance belongs to. */
export interface Amounts {
  readonly instances: number;
  readonly memoryBytes: number;
  readonly diskBytes: number;
}

/** null: no limit. */
export type Limits = { readonly [Name in keyof Amounts]: Amounts[Name] | null };

export interface Use extends Amounts {
  /** Instances whose cluster has no named size: their memory and disk are unknown, and not in the sums. */
  readonly withoutSpecification: number;
}

export const noUse: Use = { instances: 0, memoryBytes: 0, diskBytes: 0, withoutSpecification: 0 };
const amounts = ['instances', 'memoryBytes', 'diskBytes'] as const;

/** Which limits `used` lies above. */
export const exceededOf = (used: Amounts, allowed: Limits | undefined): (keyof Amounts)[] =>
  amounts.filter((name) => {
    const limit = allowed?.[name];
    return limit !== undefined && limit !== null && used[name] > limit;
  });

export const addAmounts = (a: Amounts, b: Amounts): Amounts => ({
  instances: a.instances + b.instances,
  memoryBytes: a.memoryBytes + b.memoryBytes,
  diskBytes: a.diskBytes + b.diskBytes,
});
