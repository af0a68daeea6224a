import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';
import { nearest } from '../../tree/tables.ts';

export const sensitiveColumnRead = defineRule({
  id: 'sensitive-column-read',
  grade: 'W',
  theme: 'security',
  about: 'names',
  why: {
    en: 'The query gives out personal data: who asked for it, and is it masked?',
    zh: '查询会返回个人敏感信息：请确认用途以及是否脱敏。',
  },
  /** Columns by their name, and words in a column's comment that tag it. */
  parameters: {
    names: [
      'id_card', 'id_card_no', 'idcard', 'id_number', 'identity_card', 'identity_no', 'ssn', 'social_security_number',
      'passport_no', 'passport_number', 'bank_card', 'bank_card_no', 'bank_account', 'card_number', 'credit_card', 'cvv',
      'iban', 'phone', 'phone_number', 'mobile', 'mobile_phone', '身份证', '身份证号', '手机号', '银行卡号', '护照号',
    ], // biome-ignore format: a list
    tags: ['pii', 'sensitive', 'personal data', '敏感', '隐私', '个人信息'],
  },
  on: ['select-item'],
  check: (item, { statement, columnOf, parentOf }, { names, tags }) => {
    const { expression } = item;
    const column = expression.kind === 'star' ? expression : bare(expression);
    if (column.kind !== 'column' || statement.kind !== 'query') return undefined;
    // What is only compared goes nowhere.
    if (nearest(item, ['in-query', 'exists', 'quantified'], parentOf)) return undefined;
    const comment = columnOf(column)?.column.comment?.toLowerCase() ?? '';
    return (
      (names.includes(column.name.name.toLowerCase()) || tags.some((tag) => comment.includes(tag))) &&
      at(column, 'Personal data is read.', '读取了个人敏感信息。')
    );
  },
});
