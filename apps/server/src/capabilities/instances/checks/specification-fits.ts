import type { RecordCheck } from './check.ts';

const mebibyte = 1024 ** 2;

/** The named size there is, and room in it for what was asked for. */
export const specificationFits: RecordCheck = ({ input: { specification, memoryMib }, size }) => {
  if (specification === undefined) return [];
  if (!size)
    return [
      {
        code: 'SPECIFICATION_NOT_FOUND',
        path: 'specification',
        words: { en: `There is no specification ${specification}.`, zh: `没有规格 ${specification}。` },
        next: { en: 'Choose from the list, or leave it open.', zh: '请从列表中选择，或留空。' },
      },
    ];
  const most = Math.floor(size.memoryBytes / mebibyte);
  if (memoryMib <= most) return [];
  return [
    {
      code: 'SPECIFICATION_TOO_SMALL',
      path: 'memoryMib',
      words: {
        en: `${memoryMib} MiB were asked for; the specification ${specification} has ${most}.`,
        zh: `申请内存 ${memoryMib} MiB，而规格 ${specification} 只有 ${most} MiB。`,
      },
      next: { en: 'Ask for less memory, or choose a larger specification.', zh: '请减少内存，或选择更大的规格。' },
    },
  ];
};
