import { at, defineRule } from '../../rule.ts';
import { stringIn } from '../../tree/calls.ts';

export const passwordInText = defineRule({
  id: 'password-in-text',
  grade: 'W',
  theme: 'security',
  why: {
    en: 'A password in a statement stays in histories, logs and tickets.',
    zh: '语句中的明文密码会留在历史、日志和工单中。',
  },
  on: ['auth-factor', 'set-password'],
  check: (node) => {
    if (node.kind === 'set-password')
      return (
        node.password &&
        stringIn(node.password) !== undefined &&
        !node.hash &&
        at(node.password, 'A password in plain text.', '明文密码。')
      );
    return (
      node.form === 'BY' &&
      (stringIn(node.secret) ?? '') !== '' &&
      node.secret &&
      at(node.secret, 'A password in plain text.', '明文密码。')
    );
  },
});
