import type { CheckVerdict } from '@myriad/contract';
import type { CheckSpec } from './check-spec.ts';
import type { HostFacts } from './facts.ts';
import { diskItems } from './items/disk.ts';
import { hardwareItems } from './items/hardware.ts';
import { limitItems } from './items/limits.ts';
import { systemItems } from './items/system.ts';
import { tenantItems } from './items/tenants.ts';
import type { CheckItem } from './verdict.ts';

/** Every item, in the order people read them. */
export const checkItems: readonly CheckItem[] = [
  ...hardwareItems,
  ...diskItems,
  ...systemItems,
  ...limitItems,
  ...tenantItems,
];

/** Pure: a verdict for every item, always all of them. What could not be learned is `unknown`, never a pass. */
export const judgeHost = (facts: HostFacts, spec: CheckSpec): readonly CheckVerdict[] =>
  checkItems.map(({ item, judge }) => ({ item, ...judge(facts, spec) }));

const essential = new Set(checkItems.filter((item) => item.essential).map(({ item }) => item));

/** May a host with these verdicts enter the pool? No failure, and an answer to every essential item. */
export const passesCheck = (verdicts: readonly CheckVerdict[]): boolean =>
  verdicts.every(({ item, verdict }) => verdict !== 'fail' && !(verdict === 'unknown' && essential.has(item)));
