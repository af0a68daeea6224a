import type { Rule } from '../rule.ts';
import { compareChain } from './query-shape/compare-chain.ts';
import { countDistinctMulti } from './query-shape/count-distinct-multi.ts';
import { equalsNull } from './query-shape/equals-null.ts';
import { foundRows } from './query-shape/found-rows.ts';
import { functionOnColumn } from './query-shape/function-on-column.ts';
import { inListLong } from './query-shape/in-list-long.ts';
import { inNull } from './query-shape/in-null.ts';
import { indexHint } from './query-shape/index-hint.ts';
import { injectionFunction } from './query-shape/injection-function.ts';
import { joinMany } from './query-shape/join-many.ts';
import { likeLeadingWildcard } from './query-shape/like-leading-wildcard.ts';
import { likeNoWildcard } from './query-shape/like-no-wildcard.ts';
import { limitDeepOffset } from './query-shape/limit-deep-offset.ts';
import { limitNoOrder } from './query-shape/limit-no-order.ts';
import { orderByRand } from './query-shape/order-by-rand.ts';
import { selectLimitRequired } from './query-shape/select-limit-required.ts';
import { selectNoWhere } from './query-shape/select-no-where.ts';
import { selectStar } from './query-shape/select-star.ts';
import { sysdate } from './query-shape/sysdate.ts';
import { unionDistinct } from './query-shape/union-distinct.ts';

export const queryShapeRules: readonly Rule[] = [
  compareChain,
  countDistinctMulti,
  equalsNull,
  foundRows,
  functionOnColumn,
  inListLong,
  inNull,
  indexHint,
  injectionFunction,
  joinMany,
  likeLeadingWildcard,
  likeNoWildcard,
  limitDeepOffset,
  limitNoOrder,
  orderByRand,
  selectLimitRequired,
  selectNoWhere,
  selectStar,
  sysdate,
  unionDistinct,
];
