import { at, defineRule } from '../../rule.ts';
import { isCallOf, numberIn } from '../../tree/calls.ts';

export const sha2Length = defineRule({
  id: 'sha2-length',
  grade: 'W',
  theme: 'functions',
  why: {
    en: 'SHA2 with a length it does not know gives NULL.',
    zh: 'SHA2 的长度参数不合法时返回 NULL。',
  },
  on: ['call'],
  check: (call) => {
    const bits = isCallOf(call, 'SHA2') ? numberIn(call.args[1]) : undefined;
    return (
      bits !== undefined &&
      ![0, 224, 256, 384, 512].includes(bits) &&
      at(call, `SHA2(…, ${bits}) is NULL.`, `SHA2(…, ${bits}) 返回 NULL。`)
    );
  },
});
