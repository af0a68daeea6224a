import type { Catalogue } from './en.ts';
import { administration } from './zh-CN/administration.ts';
import { adoption } from './zh-CN/adoption.ts';
import { capacity } from './zh-CN/capacity.ts';
import { application, catalogue, quota } from './zh-CN/catalogues.ts';
import { dictionary } from './zh-CN/dictionary.ts';
import { explore, extract, feed, filter } from './zh-CN/explore.ts';
import { fact } from './zh-CN/facts.ts';
import { finding } from './zh-CN/findings.ts';
import { cluster, host, maintenance, packages } from './zh-CN/fleet.ts';
import { frame } from './zh-CN/frame.ts';
import { instance } from './zh-CN/instance.ts';
import { logs } from './zh-CN/logs.ts';
import { newCluster } from './zh-CN/new-cluster.ts';
import { reviewAdvice } from './zh-CN/review-advice.ts';
import { reviewUndo } from './zh-CN/review-undo.ts';
import { rights } from './zh-CN/rights.ts';
import { schedule } from './zh-CN/schedule.ts';
import { selfCheck } from './zh-CN/self-check.ts';
import { sqlReview } from './zh-CN/sql-review.ts';
import { standard } from './zh-CN/standards.ts';
import { tables } from './zh-CN/tables.ts';
import { today } from './zh-CN/today.ts';
import { field, plan, state, task, ticket } from './zh-CN/work.ts';

/** 控制台的全部中文文字；键与 `en.ts` 一致。 */
export const zhCN: Catalogue = {
  frame,
  ticket,
  field,
  newCluster,
  plan,
  task,
  schedule,
  state,
  cluster,
  instance,
  logs,
  maintenance,
  host,
  capacity,
  fact,
  finding,
  dictionary,
  packages,
  explore,
  extract,
  feed,
  filter,
  application,
  catalogue,
  quota,
  tables,
  administration,
  adoption,
  rights,
  today,
  selfCheck,
  standard,
  sqlReview,
  reviewAdvice,
  reviewUndo,
};
