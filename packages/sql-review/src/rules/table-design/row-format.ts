import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';

export const rowFormat = defineRule({
  id: 'row-format',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'COMPACT, REDUNDANT and COMPRESSED keep long values worse than DYNAMIC, and COMPRESSED blocks INSTANT changes.',
    zh: 'COMPACT、REDUNDANT、COMPRESSED 处理长字段不如 DYNAMIC，COMPRESSED 还无法使用 INSTANT 变更。',
  },
  on: ['setting'],
  check: (setting) => {
    const format = wordOf(setting.value)?.toUpperCase();
    return (
      setting.name === 'ROW_FORMAT' &&
      format !== undefined &&
      !['DYNAMIC', 'DEFAULT'].includes(format) &&
      at(
        setting,
        `ROW_FORMAT=${format}: DYNAMIC is the default for good reason.`,
        `ROW_FORMAT=${format}：建议使用默认的 DYNAMIC。`,
      )
    );
  },
});
