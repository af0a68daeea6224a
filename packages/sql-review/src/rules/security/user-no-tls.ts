import { at, defineRule } from '../../rule.ts';

export const userNoTls = defineRule({
  id: 'user-no-tls',
  grade: 'N',
  off: true,
  theme: 'security',
  why: {
    en: 'Without REQUIRE SSL a client may send everything in the clear.',
    zh: '没有 REQUIRE SSL 时客户端可能以明文传输。',
  },
  on: ['define-user'],
  check: ({ require, verb, users }) => {
    const [first] = users;
    return (
      verb === 'CREATE' &&
      first &&
      (!require || require.what === 'NONE') &&
      at(first, 'REQUIRE SSL is missing.', '缺少 REQUIRE SSL。')
    );
  },
});
