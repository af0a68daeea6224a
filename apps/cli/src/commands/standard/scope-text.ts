import type { StandardUse } from '@myriad/contract';
import type { Language } from '../../language.ts';

/** Who follows, short. */
export function scopeText({ scope, scopeName }: Pick<StandardUse, 'scope' | 'scopeName'>, language: Language): string {
  if (scope.kind === 'all') return language === 'zh' ? '全部' : 'everybody';
  const kind = { environment: { en: 'environment', zh: '环境' }, cluster: { en: 'cluster', zh: '集群' } }[scope.kind];
  return `${kind[language]}:${scopeName ?? scope.id}`;
}
