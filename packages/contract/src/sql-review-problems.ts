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
});
