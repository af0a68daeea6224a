import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';

export const deterministicLie = defineRule({
  id: 'deterministic-lie',
  grade: 'E',
  theme: 'programs',
  why: {
    en: 'A function called DETERMINISTIC that asks for the time or for chance gives other answers on the replica.',
    zh: '声明为 DETERMINISTIC 的函数若使用时间或随机函数，主从结果会不同。',
  },
  on: ['create-routine'],
  check: ({ characteristics, name }, { nodes }) => {
    const claims = characteristics.some((one) => one.name === 'DETERMINISTIC');
    return (
      claims &&
      nodes('call').some((call) =>
        isCallOf(call, 'NOW', 'RAND', 'UUID', 'SYSDATE', 'CURRENT_TIMESTAMP', 'CONNECTION_ID', 'UUID_SHORT', 'CURDATE'),
      ) &&
      at(name, 'It is not deterministic.', '该函数并不确定。')
    );
  },
});
