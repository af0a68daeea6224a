import type { StandingSuppression } from './policy-layer.ts';
import type { YamlPart } from './yaml-tree.ts';

const keys = ['rule', 'fingerprint', 'path', 'owner', 'reason', 'expires'] as const;

/** Each says whose it is, why, and until when; none holds for ever. @throws PolicyFault */
export const readSuppressionList = (part: YamlPart, isRule: (id: string) => boolean): readonly StandingSuppression[] =>
  part.items().map((item) => readSuppression(item, isRule));

function readSuppression(item: YamlPart, isRule: (id: string) => boolean): StandingSuppression {
  const parts = new Map(item.entries(keys));
  const need = (key: (typeof keys)[number]): YamlPart =>
    parts.get(key) ??
    item.fail(`has no ${key}; needed: rule, owner, reason, expires`, `缺少 ${key}；必填：rule、owner、reason、expires`);
  const rule = need('rule');
  if (!isRule(rule.text())) rule.fail(`names no rule: ${rule.text()}`, `不是已知规则：${rule.text()}`);
  const fingerprint = parts.get('fingerprint');
  const path = parts.get('path');
  if ((fingerprint === undefined) === (path === undefined))
    item.fail('must have either fingerprint or path', '须且只能包含 fingerprint 或 path 之一');
  return {
    rule: rule.text(),
    ...(fingerprint ? { fingerprint: readFingerprint(fingerprint) } : {}),
    ...(path ? { path: path.text() } : {}),
    owner: need('owner').text(),
    reason: need('reason').text(),
    expires: readDay(need('expires')),
  };
}

const readFingerprint = (part: YamlPart): string =>
  typeof part.value === 'string' && /^[0-9a-f]{16}$/.test(part.value)
    ? part.value
    : part.fail('must be 16 hex digits in quotes', '应为带引号的 16 位十六进制数');

function readDay(part: YamlPart): string {
  const text = part.text();
  const time = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    return part.fail('must be a day like 2027-01-31', '应为日期，例如 2027-01-31');
  return text;
}
