/**
 * What holds the rules in memory (60 MB): loaded with the first question about them, by `routes.ts` alone. A server that is asked for no
 * review does not carry them.
 */
export { listOwnRules, setOwnRule, tryRule } from './own-rules.ts';
export { previewUndoOf } from './preview-undo-of.ts';
export { readTree } from './read-tree.ts';
export { reviewFiles } from './review-files.ts';
export { reviewText } from './review-text.ts';
export { savePolicy, setRule } from './save-policy.ts';
export { viewPolicies, viewVersions } from './view-policies.ts';
export { viewRules, viewRuleWithCases } from './view-rules.ts';
