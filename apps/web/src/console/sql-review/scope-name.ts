import type { ReviewPolicyView } from '@myriad/contract';
import type { TFunction } from 'i18next';

/** Where a policy holds, in words. */
export function scopeName({ scope, name }: Pick<ReviewPolicyView, 'scope' | 'name'>, t: TFunction): string {
  if (scope.kind === 'base') return t('sqlReview.scopes.base');
  return t(`sqlReview.scopes.${scope.kind}`, { name: name ?? scope.id });
}
