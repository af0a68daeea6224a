import type { StandardKind } from '@myriad/contract';
import type { FindingKind, FindingRecord } from '../findings/index.ts';

const runbook = 'concepts/standards.md';

/** The ticket that would set what the standard wants, where one can. */
function bringBack({ entityId, evidence }: FindingRecord) {
  const { set } = evidence;
  return typeof set === 'string' && set !== ''
    ? { ticketKind: 'service.change-parameters', form: { instanceId: entityId, settings: [set] } }
    : undefined;
}

const kind = (en: string, zh: string, nextEn: string, nextZh: string): FindingKind => ({
  grade: 'warn',
  words: { en, zh },
  next: { en: nextEn, zh: nextZh },
  runbook,
});

const byKind: Readonly<Record<StandardKind, FindingKind>> = {
  parameter: {
    ...kind(
      '{name}: {title}. Found {found}, wanted {wanted}.',
      '{name}：{title}。实际 {found}，应为 {wanted}。',
      'Bring it back by ticket, or except it with owner, reason and end.',
      '请通过工单改回，或登记例外并注明负责人、原因与截止时间。',
    ),
    bringBack,
  },
  directory: kind(
    '{name}: {title}. Found {found}, wanted {wanted}.',
    '{name}：{title}。实际 {found}，应{wanted}。',
    'Plan the move of these files, or except it.',
    '请规划文件迁移，或登记例外。',
  ),
  account: kind(
    '{name}: {title}. Found {found}.',
    '{name}：{title}。存在 {found}。',
    'Speak with the owners of these accounts; then change or drop them.',
    '请联系这些账号的负责人，再修改或删除。',
  ),
  naming: kind(
    '{name}: {title}. Found {found}.',
    '{name}：{title}。存在 {found}。',
    'Rename together with the application, or except it.',
    '请与应用一起改名，或登记例外。',
  ),
  version: kind(
    '{name}: {title}. Found {found}, wanted {wanted}.',
    '{name}：{title}。当前 {found}，应为{wanted}。',
    'Plan the upgrade.',
    '请规划升级。',
  ),
};

export const standardFindings: Readonly<Record<string, FindingKind>> = {
  STANDARD_PARAMETER: byKind.parameter,
  STANDARD_DIRECTORY: byKind.directory,
  STANDARD_ACCOUNT: byKind.account,
  STANDARD_NAMING: byKind.naming,
  STANDARD_VERSION: byKind.version,
  PARAMETER_DRIFT: {
    ...kind(
      '{name}: {about} runs as {running}, and would start as {kept}.',
      '{name}：{about} 当前为 {running}，重启后将变为 {kept}。',
      'Decide which is right: bring it back by ticket, or keep the running value by ticket.',
      '请判断哪个值正确：通过工单改回，或通过工单固化当前值。',
    ),
    bringBack,
  },
};
