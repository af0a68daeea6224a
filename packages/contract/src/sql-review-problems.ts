import { defineProblems } from './problem.ts';

/** Everything the endpoints of SQL review can refuse. */
export const sqlReviewProblems = defineProblems({
  SQL_REVIEW_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no review {id}.', zh: '没有审核记录 {id}。' },
    next: { en: 'List the reviews and pick one.', zh: '请在审核历史中选择。' },
  },
  REVIEW_RULE_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no review rule {id}.', zh: '没有审核规则 {id}。' },
    next: { en: 'Pick one from the catalogue.', zh: '请在规则目录中选择。' },
  },
  REVIEW_DIALECT_UNKNOWN: {
    status: 422,
    words: { en: '{dialect} is not a server we know.', zh: '无法识别的数据库版本：{dialect}。' },
    next: { en: 'Give one of: {known}.', zh: '请使用以下之一：{known}。' },
  },
  REVIEW_FILES_BEYOND: {
    status: 413,
    words: {
      en: '{files} files with {bytes} in all ({largest} the largest). One review takes at most {mostFiles} files, {mostBytes} in all and {mostFileBytes} each.',
      zh: '共 {files} 个文件、{bytes}（最大的一个 {largest}）。一次审核最多 {mostFiles} 个文件，合计不超过 {mostBytes}，单个不超过 {mostFileBytes}。',
    },
    next: {
      en: 'Review fewer files at once, or use the command line, which has no such limit: myriad review FOLDER.',
      zh: '请减少单次审核的文件，或使用没有此限制的命令行：myriad review 目录。',
    },
  },
  REVIEW_FILE_TWICE: {
    status: 422,
    words: { en: 'The file {name} is there twice.', zh: '文件 {name} 重复。' },
    next: { en: 'Give each file a name of its own, with its folder.', zh: '请为每个文件使用不同的名称（可带目录）。' },
  },
  REVIEW_CANCELLED: {
    status: 409,
    words: { en: 'The review was cancelled; nothing of it was kept.', zh: '审核已取消，未保留任何结果。' },
    next: { en: 'Review again when you want to.', zh: '需要时请重新审核。' },
  },
  REVIEW_SERVER_SILENT: {
    status: 502,
    words: { en: 'The cluster could not be asked: {reason}.', zh: '无法从集群获取信息：{reason}。' },
    next: { en: 'Try again, or review the text alone without a cluster.', zh: '请重试，或不选择集群、仅按文本审核。' },
  },
  REVIEW_POLICY_INVALID: {
    status: 422,
    words: { en: 'Line {line} of the policy: {reason}', zh: '策略第 {line} 行：{reason}' },
    next: { en: 'Mend that line and save again.', zh: '请修改该行后重新保存。' },
  },
  REVIEW_POLICY_MOVED_ON: {
    status: 409,
    words: {
      en: 'Somebody saved version {latest} meanwhile; this one was made from {from}.',
      zh: '已有人保存了版本 {latest}，而本次修改基于版本 {from}。',
    },
    next: { en: 'Look at the newer version and begin from it.', zh: '请查看较新的版本，并在其基础上修改。' },
  },
  REVIEW_NOTHING_REFUSED: {
    status: 409,
    words: {
      en: 'The gate refuses no such statement, or it was let through already.',
      zh: '没有需要放行的语句：门禁未拒绝，或已放行。',
    },
    next: { en: 'Look at the review again.', zh: '请重新查看该审核。' },
  },
  REVIEW_EXCEPTION_OWN: {
    status: 403,
    words: { en: 'Nobody lets through what they asked for themselves.', zh: '不能放行自己提交的审核。' },
    next: { en: 'Ask somebody else who may sign.', zh: '请由其他有权限的人签署。' },
  },
  REVIEW_EXCEPTION_END: {
    status: 422,
    words: {
      en: 'The last day must be from {from} to {to}.',
      zh: '最后有效日须在 {from} 至 {to} 之间。',
    },
    next: { en: 'Choose another day.', zh: '请选择其他日期。' },
  },
  REVIEW_EXCEPTION_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no exception {id}.', zh: '没有例外 {id}。' },
    next: { en: 'List the exceptions and pick one.', zh: '请在例外列表中选择。' },
  },
  REVIEW_EXCEPTION_OVER: {
    status: 409,
    words: { en: 'This exception does not hold any more.', zh: '该例外已不再有效。' },
    next: { en: 'Nothing is left to do.', zh: '无需再操作。' },
  },
  OWN_REVIEW_RULE_UNPROVEN: {
    status: 422,
    words: {
      en: 'It needs {least} cases it finds and {least} it does not, and all of them right; wrong: {wrong}.',
      zh: '命中与不命中的用例各需至少 {least} 个，且全部正确；当前有误：{wrong} 个。',
    },
    next: { en: 'Run its cases and mend them or the pattern.', zh: '请运行用例，并修改用例或模式。' },
  },
  OWN_REVIEW_RULE_NAME: {
    status: 422,
    words: { en: 'The text does not define {id}.', zh: '文本定义的规则不是 {id}。' },
    next: { en: 'Give it the same id.', zh: '请使用相同的规则名。' },
  },
  REVIEW_ITEM_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no open item {id}.', zh: '没有待办项 {id}。' },
    next: { en: 'List the items and pick one.', zh: '请在待办列表中选择。' },
  },
  REVIEW_ITEM_ACCEPTED_HOW: {
    status: 422,
    words: {
      en: 'Who accepts a finding says why, and until which day from {from} to {to}.',
      zh: '接受问题须说明原因，并给出 {from} 至 {to} 之间的到期日。',
    },
    next: { en: 'Give both.', zh: '请补充原因与到期日。' },
  },
});
