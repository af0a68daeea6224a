import { defineProblems } from './problem.ts';

/** Everything the endpoints of findings can refuse; also the reasons of their abilities. */
export const findingProblems = defineProblems({
  FINDING_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no finding {id}.', zh: '没有发现项 {id}。' },
    next: { en: 'List the findings and pick one.', zh: '请在发现项列表中选择。' },
  },
  FINDING_CLOSED: {
    status: 409,
    words: { en: 'This finding is closed: it was not seen any more.', zh: '该发现项已关闭：已不再出现。' },
    next: { en: 'There is nothing left to do.', zh: '无需再处理。' },
  },
  FINDING_NOT_ACCEPTABLE: {
    status: 409,
    words: {
      en: 'A finding of the kind {code} has no record that could be changed to reality.',
      zh: '{code} 类发现项没有可改为实际情况的登记信息。',
    },
    next: {
      en: 'Remove its cause, or mute it with a reason and an end.',
      zh: '请消除其原因，或填写原因与截止时间后静默。',
    },
  },
  FINDING_CHANGED: {
    status: 409,
    words: {
      en: 'What was found does not stand like this any more, or the record changed meanwhile.',
      zh: '实际情况已与此发现项不同，或登记信息刚被修改。',
    },
    next: { en: 'Look at the finding again.', zh: '请重新查看该发现项。' },
  },
  FINDING_MUTE_END: {
    status: 422,
    words: {
      en: 'A mute ends in the future, and within a year.',
      zh: '静默的截止时间须晚于当前时间，且在一年之内。',
    },
    next: { en: 'Choose another end.', zh: '请另选截止时间。' },
  },
});
