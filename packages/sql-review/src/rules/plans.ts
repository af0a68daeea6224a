import type { Rule } from '../rule.ts';
import { indexAdvice } from './plans/index-advice.ts';
import { planCost } from './plans/plan-cost.ts';
import { planDependentSubquery } from './plans/plan-dependent-subquery.ts';
import { planFilesort } from './plans/plan-filesort.ts';
import { planFilterSteps } from './plans/plan-filter-steps.ts';
import { planFiltered } from './plans/plan-filtered.ts';
import { planFullIndexScan } from './plans/plan-full-index-scan.ts';
import { planFullScan } from './plans/plan-full-scan.ts';
import { planImpossible } from './plans/plan-impossible.ts';
import { planIndexMerge } from './plans/plan-index-merge.ts';
import { planJoinBuffer } from './plans/plan-join-buffer.ts';
import { planKeyCount } from './plans/plan-key-count.ts';
import { planLowSelectivity } from './plans/plan-low-selectivity.ts';
import { planNoIndex } from './plans/plan-no-index.ts';
import { planRangeChecked } from './plans/plan-range-checked.ts';
import { planRows } from './plans/plan-rows.ts';
import { planSelectType } from './plans/plan-select-type.ts';
import { planSkipScan } from './plans/plan-skip-scan.ts';
import { planTemporary } from './plans/plan-temporary.ts';
import { planTypeFloor } from './plans/plan-type-floor.ts';
import { statementRefused } from './plans/statement-refused.ts';

export const plansRules: readonly Rule[] = [
  indexAdvice,
  planCost,
  planDependentSubquery,
  planFilesort,
  planFilterSteps,
  planFiltered,
  planFullIndexScan,
  planFullScan,
  planImpossible,
  planIndexMerge,
  planJoinBuffer,
  planKeyCount,
  planLowSelectivity,
  planNoIndex,
  planRangeChecked,
  planRows,
  planSelectType,
  planSkipScan,
  planTemporary,
  planTypeFloor,
  statementRefused,
];
