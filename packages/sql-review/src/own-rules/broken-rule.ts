import { defineRule, type Rule } from '../rule.ts';
import type { Words } from '../words.ts';

/**
 * Stands where a rule of one's own stood that this release cannot believe any more: asked about a statement it fails, so that
 * it is told of and nothing passes by its silence. A policy that has it off has it off.
 */
export const brokenRule = (id: string, why: Words): Rule =>
  defineRule({
    ...{ id, grade: 'N', theme: 'query-shape', why, broken: why, on: ['statement'] },
    check: () => {
      throw new Error(`this rule of your own no longer holds (${why.en}); mend it under Own rules, or turn it off`);
    },
  });
