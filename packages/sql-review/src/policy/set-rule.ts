import type { Grade } from '../rule.ts';

/**
 * The text of a policy with one rule turned on or off or given a grade; everything else stays as people wrote it, remarks
 * too. `null` takes the setting back. Where the rule has parameters they stay. The text must be a policy: see `readPolicy`.
 */
export async function setRuleIn(text: string, rule: string, setting: 'on' | 'off' | Grade | null): Promise<string> {
  const { isMap, parseDocument } = await import('yaml');
  const document = parseDocument(text, { schema: 'core', customTags: [] });
  if (setting === null) {
    document.deleteIn(['rules', rule]);
    const rules = document.get('rules');
    if (isMap(rules) && rules.items.length === 0) document.delete('rules');
  } else if (isMap(document.getIn(['rules', rule]))) {
    const [key, value] = setting === 'on' || setting === 'off' ? ['on', setting] : ['grade', setting];
    document.setIn(['rules', rule, key], value);
    if (key === 'grade') document.deleteIn(['rules', rule, 'on']);
  } else document.setIn(['rules', rule], setting);
  return document.toString();
}
