import { inventoryProblems } from '@myriad/contract';
import { fillWords } from '../../../platform/http/fill-words.ts';
import type { QuotaRefusal } from '../../metadata/index.ts';
import type { RecordCheck, Refusal } from './check.ts';

/** What the quota of an application says against a deployment, at the field that can be changed. */
export function quotaRefusal({ code, values }: QuotaRefusal): Refusal {
  const { words, next } = inventoryProblems[code];
  const path = code === 'QUOTA_EXCEEDED' ? 'applicationId' : 'specification';
  return { code, path, words: fillWords(words, values), next };
}

export const quotaFits: RecordCheck = ({ quota }) => (quota ? [quotaRefusal(quota)] : []);
