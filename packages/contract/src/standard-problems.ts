import { defineProblems } from './problem.ts';

/** Everything the endpoints and tickets of standards can refuse. */
export const standardProblems = defineProblems({
  STANDARD_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no standard {id}.', zh: '没有规范 {id}。' },
    next: { en: 'List the standards and pick one.', zh: '请在规范列表中选择。' },
  },
  STANDARD_VERSION_NOT_FOUND: {
    status: 404,
    words: { en: 'The standard has no version {version}.', zh: '该规范没有版本 {version}。' },
    next: { en: 'Pick one of its versions.', zh: '请选择其已有版本。' },
  },
  STANDARD_NAME_TAKEN: {
    status: 409,
    words: { en: 'Another standard is already called {name}.', zh: '已有名为 {name} 的规范。' },
    next: { en: 'Choose another name, or publish a version of that one.', zh: '请换一个名称，或为该规范发布新版本。' },
  },
  STANDARD_MOVED_ON: {
    status: 409,
    words: {
      en: 'Somebody published version {latest} meanwhile; this one was made from {from}.',
      zh: '已有人发布了版本 {latest}，而本次修改基于版本 {from}。',
    },
    next: { en: 'Look at the newer version and begin from it.', zh: '请查看较新的版本，并在其基础上修改。' },
  },
  STANDARD_RULE_UNKNOWN: {
    status: 422,
    words: { en: 'No standard in use has a rule {rule}.', zh: '正在使用的规范中没有规则 {rule}。' },
    next: { en: 'Take the rule’s code from the standard.', zh: '请从规范中选取规则代码。' },
  },
  EXCEPTION_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no exception {id}.', zh: '没有例外 {id}。' },
    next: { en: 'List the exceptions and pick one.', zh: '请在例外列表中选择。' },
  },
  EXCEPTION_EXISTS: {
    status: 409,
    words: {
      en: 'This rule already has an exception there, until {until}.',
      zh: '该范围内此规则已有例外，截止 {until}。',
    },
    next: { en: 'End it first, or wait for its end.', zh: '请先结束原例外，或等待其到期。' },
  },
  EXCEPTION_END: {
    status: 422,
    words: {
      en: 'An exception ends in the future, and within a year.',
      zh: '例外的截止时间须晚于当前时间，且在一年之内。',
    },
    next: { en: 'Choose another end.', zh: '请另选截止时间。' },
  },
  EXCEPTION_ENDED: {
    status: 409,
    words: { en: 'This exception is over already.', zh: '该例外已经结束。' },
    next: { en: 'There is nothing left to end.', zh: '无需再结束。' },
  },
  SERVER_NOT_READABLE: {
    status: 409,
    words: { en: '{name} cannot be looked at now: {reason}', zh: '现在无法查看 {name}：{reason}' },
    next: { en: 'Test its path and its account, then try again.', zh: '请测试其路径与账号后重试。' },
  },
});
