import type { Words } from '@myriad/contract';
import type { MappedStatement } from '@myriad/sql-review';

/** So many are told of by name. */
const most = 20;

/** What a reader should know of a mapper file besides its findings. `undefined`: the file is no mapper. */
export function notesOf(mapped: readonly MappedStatement[] | undefined): readonly Words[] {
  if (mapped === undefined)
    return [
      {
        en: 'Not a MyBatis mapper (its root element is not <mapper>, or it is not well formed): there is no SQL to review.',
        zh: '不是 MyBatis 映射文件（根元素不是 <mapper>，或 XML 格式不正确）：没有可审核的 SQL。',
      },
    ];
  if (mapped.length === 0)
    return [
      {
        en: 'It has no statement of its own; its fragments are reviewed where other files include them.',
        zh: '没有独立的语句；其中的片段在被其他文件引用处审核。',
      },
    ];
  const missing = mapped.flatMap(({ id, missing: refid }) => (refid === undefined ? [] : [{ id, refid }]));
  const sampled = mapped.filter(({ possible, shapes }) => possible > shapes.length);
  return [
    ...missing.slice(0, most).map(({ id, refid }) => ({
      en: `${id}: <include refid="${refid}"/> is in none of these files; it was judged without. Add the file that has it.`,
      zh: `${id}：这些文件中没有 <include refid="${refid}"/>，已略去该片段审核。请一并选择包含它的文件。`,
    })),
    ...sampled.slice(0, most).map(({ id, possible, shapes }) => ({
      en: `${id}: it can take ${possible} shapes; ${shapes.length} of them were reviewed.`,
      zh: `${id}：共有 ${possible} 种形式，已审核其中 ${shapes.length} 种。`,
    })),
  ];
}
