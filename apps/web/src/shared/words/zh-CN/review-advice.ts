import type { Catalogue } from '../en.ts';

export const reviewAdvice: Catalogue['reviewAdvice'] = {
  ask: '索引建议',
  askHint: '对全部语句整体有益的索引；耗时较长',
  title: '索引建议',
  none: '没有建议新增的索引',
  noneNext: '这些语句所需的索引已存在，或新增索引收益不足。需要知道表结构：在文本中给出，或选择要查询的集群。',
  of_one: '共分析 {{count}} 种语句',
  of_other: '共分析 {{count}} 种语句',
  unknown: '以下表的结构未知，无法给出建议：{{names}}。请选择要查询的集群，或在文本中加入其 CREATE TABLE 语句。',
  copy: '复制 DDL',
  rows: '读取行数 {{before}} → {{after}}',
  rowsHint: '估算值，按执行次数合计',
  serves: '服务于',
  servesRows: '{{before}} → {{after}}',
  times: '×{{count}}',
  size: '约 {{size}}',
  prediction: '建立代价',
  undo: '撤销',
  show: '该索引已存在，仅对优化器不可见',
  redundant: '将变为冗余：{{names}}',
  confidence: {
    schema: '仅依据表结构，数字为推测',
    statistics: '依据服务器统计信息',
    proven: '已在试验服务器上验证',
  },
  remarks: '用不上索引的条件',
};
