import type { OwnReviewRule } from '@myriad/contract';

/** A rule of one's own by its name and where it stands. */
export const keyOf = ({ id, scope }: Pick<OwnReviewRule, 'id' | 'scope'>): string =>
  `${id}@${scope.kind === 'base' ? 'base' : `${scope.kind}:${scope.id}`}`;

/** The page that shows it open. */
export const addressOfOwnRule = (rule: Pick<OwnReviewRule, 'id' | 'scope'>): string =>
  `/sql-review/own-rules?own=${encodeURIComponent(keyOf(rule))}`;
