import type { Rule } from '../rule.ts';
import { aggregateForbidden } from './query-shape/aggregate-forbidden.ts';
import { aggregateInWhere } from './query-shape/aggregate-in-where.ts';
import { aggregateNested } from './query-shape/aggregate-nested.ts';
import { compareChain } from './query-shape/compare-chain.ts';
import { countColumn } from './query-shape/count-column.ts';
import { countDistinctMulti } from './query-shape/count-distinct-multi.ts';
import { countStarNoWhere } from './query-shape/count-star-no-where.ts';
import { cteRecursiveUnbounded } from './query-shape/cte-recursive-unbounded.ts';
import { cteUnused } from './query-shape/cte-unused.ts';
import { cteUsedMany } from './query-shape/cte-used-many.ts';
import { distinctJoinToExists } from './query-shape/distinct-join-to-exists.ts';
import { distinctLooksLikeCall } from './query-shape/distinct-looks-like-call.ts';
import { distinctOnUnique } from './query-shape/distinct-on-unique.ts';
import { distinctStar } from './query-shape/distinct-star.ts';
import { distinctWithGroupBy } from './query-shape/distinct-with-group-by.ts';
import { equalsNull } from './query-shape/equals-null.ts';
import { existsSelectList } from './query-shape/exists-select-list.ts';
import { filterAlwaysTrue } from './query-shape/filter-always-true.ts';
import { foundRows } from './query-shape/found-rows.ts';
import { functionNeedless } from './query-shape/function-needless.ts';
import { functionOnColumn } from './query-shape/function-on-column.ts';
import { groupByConstant } from './query-shape/group-by-constant.ts';
import { groupByExpression } from './query-shape/group-by-expression.ts';
import { groupByFixedColumn } from './query-shape/group-by-fixed-column.ts';
import { groupByNondeterministic } from './query-shape/group-by-nondeterministic.ts';
import { groupByOrderRemoved } from './query-shape/group-by-order-removed.ts';
import { groupBySortsImplicitly } from './query-shape/group-by-sorts-implicitly.ts';
import { groupConcatNoOrder } from './query-shape/group-concat-no-order.ts';
import { groupOrderTwoTables } from './query-shape/group-order-two-tables.ts';
import { handlerStatement } from './query-shape/handler-statement.ts';
import { havingCouldBeWhere } from './query-shape/having-could-be-where.ts';
import { havingWithoutGroup } from './query-shape/having-without-group.ts';
import { inForbidden } from './query-shape/in-forbidden.ts';
import { inListLong } from './query-shape/in-list-long.ts';
import { inNull } from './query-shape/in-null.ts';
import { indexHint } from './query-shape/index-hint.ts';
import { injectionFunction } from './query-shape/injection-function.ts';
import { ipLiteral } from './query-shape/ip-literal.ts';
import { isNullPredicate } from './query-shape/is-null-predicate.ts';
import { joinMany } from './query-shape/join-many.ts';
import { lastValueFrame } from './query-shape/last-value-frame.ts';
import { likeLeadingWildcard } from './query-shape/like-leading-wildcard.ts';
import { likeNoWildcard } from './query-shape/like-no-wildcard.ts';
import { limitDeepOffset } from './query-shape/limit-deep-offset.ts';
import { limitNoOrder } from './query-shape/limit-no-order.ts';
import { limitWithoutNumber } from './query-shape/limit-without-number.ts';
import { limitZero } from './query-shape/limit-zero.ts';
import { notInSubquery } from './query-shape/not-in-subquery.ts';
import { optimizerHint } from './query-shape/optimizer-hint.ts';
import { orderByBigTable } from './query-shape/order-by-big-table.ts';
import { orderByConstant } from './query-shape/order-by-constant.ts';
import { orderByExpression } from './query-shape/order-by-expression.ts';
import { orderByForbidden } from './query-shape/order-by-forbidden.ts';
import { orderByLong } from './query-shape/order-by-long.ts';
import { orderByMany } from './query-shape/order-by-many.ts';
import { orderByMixed } from './query-shape/order-by-mixed.ts';
import { orderByPosition } from './query-shape/order-by-position.ts';
import { orderByRand } from './query-shape/order-by-rand.ts';
import { orderByWholeTable } from './query-shape/order-by-whole-table.ts';
import { planLoopDepth } from './query-shape/plan-loop-depth.ts';
import { queryTooComplex } from './query-shape/query-too-complex.ts';
import { selectBigNoWhere } from './query-shape/select-big-no-where.ts';
import { selectIntoOutfileStar } from './query-shape/select-into-outfile-star.ts';
import { selectLimitRequired } from './query-shape/select-limit-required.ts';
import { selectNoWhere } from './query-shape/select-no-where.ts';
import { selectOptionOld } from './query-shape/select-option-old.ts';
import { selectRowsOver } from './query-shape/select-rows-over.ts';
import { selectStar } from './query-shape/select-star.ts';
import { statementLong } from './query-shape/statement-long.ts';
import { straightJoin } from './query-shape/straight-join.ts';
import { subqueryAny } from './query-shape/subquery-any.ts';
import { subqueryDepth } from './query-shape/subquery-depth.ts';
import { subqueryFunction } from './query-shape/subquery-function.ts';
import { subqueryInLimit } from './query-shape/subquery-in-limit.ts';
import { subqueryScalar } from './query-shape/subquery-scalar.ts';
import { subqueryToJoin } from './query-shape/subquery-to-join.ts';
import { sysdate } from './query-shape/sysdate.ts';
import { unionColumnCount } from './query-shape/union-column-count.ts';
import { unionDistinct } from './query-shape/union-distinct.ts';
import { unionLimitOutside } from './query-shape/union-limit-outside.ts';
import { windowBigFrame } from './query-shape/window-big-frame.ts';
import { windowNoOrder } from './query-shape/window-no-order.ts';

export const queryShapeRules: readonly Rule[] = [
  aggregateForbidden,
  aggregateInWhere,
  aggregateNested,
  compareChain,
  countColumn,
  countDistinctMulti,
  countStarNoWhere,
  cteRecursiveUnbounded,
  cteUnused,
  cteUsedMany,
  distinctJoinToExists,
  distinctLooksLikeCall,
  distinctOnUnique,
  distinctStar,
  distinctWithGroupBy,
  equalsNull,
  existsSelectList,
  filterAlwaysTrue,
  foundRows,
  functionNeedless,
  functionOnColumn,
  groupByConstant,
  groupByExpression,
  groupByFixedColumn,
  groupByNondeterministic,
  groupByOrderRemoved,
  groupBySortsImplicitly,
  groupConcatNoOrder,
  groupOrderTwoTables,
  handlerStatement,
  havingCouldBeWhere,
  havingWithoutGroup,
  inForbidden,
  inListLong,
  inNull,
  indexHint,
  injectionFunction,
  ipLiteral,
  isNullPredicate,
  joinMany,
  lastValueFrame,
  likeLeadingWildcard,
  likeNoWildcard,
  limitDeepOffset,
  limitNoOrder,
  limitWithoutNumber,
  limitZero,
  notInSubquery,
  optimizerHint,
  orderByBigTable,
  orderByConstant,
  orderByExpression,
  orderByForbidden,
  orderByLong,
  orderByMany,
  orderByMixed,
  orderByPosition,
  orderByRand,
  orderByWholeTable,
  planLoopDepth,
  queryTooComplex,
  selectBigNoWhere,
  selectIntoOutfileStar,
  selectLimitRequired,
  selectNoWhere,
  selectOptionOld,
  selectRowsOver,
  selectStar,
  statementLong,
  straightJoin,
  subqueryAny,
  subqueryDepth,
  subqueryFunction,
  subqueryInLimit,
  subqueryScalar,
  subqueryToJoin,
  sysdate,
  unionColumnCount,
  unionDistinct,
  unionLimitOutside,
  windowBigFrame,
  windowNoOrder,
];
