import { at, defineRule } from '../../rule.ts';

export const securityDefiner = defineRule({
  id: 'security-definer',
  grade: 'N',
  theme: 'security',
  why: {
    en: 'SQL SECURITY DEFINER, also when nothing is said, lends the rights of its maker to every caller.',
    zh: 'SQL SECURITY DEFINER（默认值）会把创建者的权限借给所有调用者。',
  },
  on: ['create-view', 'create-routine'],
  check: (node) => {
    const isInvoker =
      node.kind === 'create-view'
        ? node.security === 'INVOKER'
        : node.characteristics.some(({ name }) => name === 'SQL SECURITY INVOKER');
    return !isInvoker && at(node.name, 'It runs with the rights of its maker.', '以创建者的权限运行。');
  },
});
