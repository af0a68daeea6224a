import { administration } from './en/administration.ts';
import { adoption } from './en/adoption.ts';
import { capacity } from './en/capacity.ts';
import { application, catalogue, quota } from './en/catalogues.ts';
import { dictionary } from './en/dictionary.ts';
import { explore, extract, feed, filter } from './en/explore.ts';
import { fact } from './en/facts.ts';
import { finding } from './en/findings.ts';
import { cluster, host, maintenance, packages } from './en/fleet.ts';
import { frame } from './en/frame.ts';
import { instance } from './en/instance.ts';
import { logs } from './en/logs.ts';
import { newCluster } from './en/new-cluster.ts';
import { reviewAdvice } from './en/review-advice.ts';
import { reviewUndo } from './en/review-undo.ts';
import { rights } from './en/rights.ts';
import { schedule } from './en/schedule.ts';
import { selfCheck } from './en/self-check.ts';
import { sqlReview } from './en/sql-review.ts';
import { standard } from './en/standards.ts';
import { tables } from './en/tables.ts';
import { today } from './en/today.ts';
import { field, plan, state, task, ticket } from './en/work.ts';

/** Every word of the console in English; `zh-CN.ts` has the same keys. */
export const en = {
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
} as const;

/** The shape both catalogues share: the same keys, any words. */
export type Catalogue<T = typeof en> = { readonly [K in keyof T]: T[K] extends string ? string : Catalogue<T[K]> };
