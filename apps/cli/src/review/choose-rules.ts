import {
  allRules,
  emptyLayer,
  mergeLayers,
  type Policy,
  type PolicyLayer,
  type ReviewOptions,
} from '@myriad/sql-review';
import { InputFault } from './input-fault.ts';

/**
 * What the policy, `--only` and `--off` leave. A rule named by `--only` is on even where only a policy turns it on.
 * @throws InputFault
 */
export function chooseRules(
  only: readonly string[],
  off: readonly string[],
  layer: PolicyLayer = emptyLayer,
): Required<Pick<ReviewOptions, 'rules' | 'policy'>> {
  const rules = [...allRules, ...layer.ownRules];
  const known = new Set(rules.map(({ id }) => id));
  const unknown = [...only, ...off].find((id) => !known.has(id));
  if (unknown !== undefined) throw unknownRule(unknown, [...known]);
  const asked: Policy = Object.fromEntries([
    ...only.map((id) => [id, { on: true }] as const),
    ...off.map((id) => [id, { on: false }] as const),
  ]);
  const { rules: policy } = mergeLayers([layer, { ...emptyLayer, rules: asked }]);
  return { rules: only.length > 0 ? rules.filter(({ id }) => only.includes(id)) : rules, policy };
}

function unknownRule(id: string, known: readonly string[]): InputFault {
  const words = new Set(id.toLowerCase().split(/[-_.\s]+/));
  const alike = (other: string) => other.split('-').filter((word) => words.has(word)).length;
  const near = known
    .filter((other) => alike(other) > 0)
    .sort((a, b) => alike(b) - alike(a))
    .slice(0, 3);
  return new InputFault({
    en: `There is no rule ${id}.${near.length > 0 ? ` Perhaps: ${near.join(', ')}.` : ''} All rules: docs/reference/review-rules.md`,
    zh: `没有规则 ${id}。${near.length > 0 ? `相近的规则：${near.join('、')}。` : ''}全部规则见 docs/reference/review-rules.md`,
  });
}
