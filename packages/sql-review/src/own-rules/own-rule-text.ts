import { PolicyFault } from '../policy/policy-fault.ts';
import { readYamlTree } from '../policy/yaml-tree.ts';
import type { OwnRule } from './own-rule.ts';
import { readOwnRule } from './read-own-rule.ts';

/** One rule of one's own as it stands under `ownRules`, alone. `isTaken`: ids it may not have. @throws PolicyFault */
export const readOwnRuleText = async (text: string, isTaken: (id: string) => boolean): Promise<OwnRule> =>
  readOwnRule(await readYamlTree(text), isTaken);

/** The same rule as plain values, as a form holds it. @throws PolicyFault */
export async function valuesOfOwnRule(text: string): Promise<Readonly<Record<string, unknown>>> {
  const { value } = await readYamlTree(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new PolicyFault(1, {
    en: 'The file must be a map of names and values.',
    zh: '文件应为由名称与取值组成的映射。',
  });
}

/** Values of a form as text. */
export async function textOfOwnRule(values: Readonly<Record<string, unknown>>): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(values, { schema: 'core', lineWidth: 0 });
}

export interface OwnRuleEntry {
  readonly id: string;
  /** YAML, with the remarks people wrote inside it. */
  readonly text: string;
}

/** The own rules of a policy, each as text. The text must be a policy: see `readPolicy`. */
export async function listOwnRulesIn(text: string): Promise<readonly OwnRuleEntry[]> {
  const { isMap, isSeq, parseDocument, stringify } = await import('yaml');
  const rules = parseDocument(text, { schema: 'core', customTags: [] }).get('ownRules');
  return (isSeq(rules) ? rules.items : []).flatMap((one) =>
    isMap(one) ? [{ id: String(one.get('id')), text: stringify(one, { lineWidth: 0 }) }] : [],
  );
}

/**
 * The text of a policy with one own rule put in, in the place of the one with this id where there is one; `null` takes it
 * out. Everything else stays as people wrote it.
 */
export async function setOwnRuleIn(text: string, id: string, rule: string | null): Promise<string> {
  const { isMap, isSeq, parseDocument, YAMLSeq } = await import('yaml');
  const document = parseDocument(text, { schema: 'core', customTags: [] });
  const known = document.get('ownRules');
  const rules = isSeq(known) ? known : new YAMLSeq();
  const at = rules.items.findIndex((one) => isMap(one) && one.get('id') === id);
  if (rule === null) {
    if (at >= 0) rules.items.splice(at, 1);
    // Settings of a rule that is gone would be a mistake.
    const settings = document.get('rules');
    if (isMap(settings)) settings.delete(id);
    if (isMap(settings) && settings.items.length === 0) document.delete('rules');
  } else {
    const made = parseDocument(rule, { schema: 'core', customTags: [] }).contents;
    if (at >= 0) rules.items[at] = made;
    else rules.items.push(made);
    rules.flow = false;
  }
  if (rules.items.length > 0) document.set('ownRules', rules);
  else if (isMap(document.contents)) document.contents.delete('ownRules');
  return document.contents === null ? '' : document.toString({ lineWidth: 0 });
}
