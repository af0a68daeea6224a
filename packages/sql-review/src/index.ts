export { adviceJson, adviceText } from './advice/advice-report.ts';
export { type AdviseOptions, adviseIndexes, adviseInSteps } from './advice/advise-indexes.ts';
export { type AskedColumns, columnsAsked, withColumns } from './advice/columns-asked.ts';
export type {
  AdviceProof,
  AdviceRemark,
  AdviceSet,
  AdviceSource,
  IndexAdvice,
  ServedStatement,
  StatementPlace,
} from './advice/index-advice.ts';
export { type ProofAnswer, type ProofQuestion, proofQuestion, withProof } from './advice/proof-of-advice.ts';
export { listReviewRules, type ReviewRule } from './catalogue.ts';
export type { Policy, RuleSetting } from './compile-rules.ts';
export type { Context } from './context.ts';
export { applyEdits } from './edits.ts';
export type { ReviewFacts } from './facts/facts.ts';
export type { InstanceFacts, OpenTransaction } from './facts/instance.ts';
export type { PlanFacts, PlanStep } from './facts/plan.ts';
export type { ColumnStatistics, IndexStatistics, TableStatistics } from './facts/statistics.ts';
export { dialectOf, factsFrom, type LiveAnswers } from './live/facts-from-answers.ts';
export { factsNeeded, type NeededFacts } from './live/needed-facts.ts';
export { listMapped, type MappedStatement, mostShapes } from './mybatis/list-shapes.ts';
export { type Fragments, readFragments } from './mybatis/read-mapper.ts';
export { type MappedReview, reviewMapped, scriptOf } from './mybatis/review-mapper.ts';
export { type OwnRule, ruleOf } from './own-rules/own-rule.ts';
export {
  listOwnRulesIn,
  type OwnRuleEntry,
  readOwnRuleText,
  setOwnRuleIn,
  textOfOwnRule,
  valuesOfOwnRule,
} from './own-rules/own-rule-text.ts';
export { type CaseOutcome, type OwnRuleTrial, tryOwnRule, whyRefused } from './own-rules/prove-own-rule.ts';
export {
  type Baseline,
  collectBaseline,
  readBaseline,
  spendBaseline,
} from './policy/baseline.ts';
export { type ExcusedBy, isExpired, type LetGo, makeLetGo } from './policy/let-go.ts';
export { PolicyFault } from './policy/policy-fault.ts';
export {
  emptyLayer,
  type Gate,
  mergeLayers,
  type PolicyFile,
  type PolicyLayer,
  type StandingSuppression,
} from './policy/policy-layer.ts';
export { readPolicy, type Tolerance } from './policy/read-policy.ts';
export { setRuleIn } from './policy/set-rule.ts';
export { type DdlPrediction, predictDdl } from './predict/predict-ddl.ts';
export { ddlLine } from './report/ddl-report.ts';
export { isReportFormat, type ReportFormat, reportFormatNames, reportFormats } from './report/formats.ts';
export { makePlaces, type Place } from './report/places.ts';
export type { Report, ReportOptions, ReviewedFile } from './report/report.ts';
export { summaryOf } from './report/summary.ts';
export { addFile, addToTally, emptyTally, isPassed, type Tally } from './report/tally.ts';
export { type Verdict, verdictOf } from './report/verdict.ts';
export {
  type ExcusedFinding,
  type FailedRule,
  type Finding,
  makeReviewer,
  type PlacedReview,
  type ReviewOptions,
  reviewScript,
  type StatementReview,
  streamPieces,
  streamReviews,
} from './review.ts';
export {
  defineRule,
  type Edit,
  type Grade,
  type Parameters,
  type ParameterValue,
  type Rule,
  type RuleFinding,
  type Tier,
} from './rule.ts';
export { allRules } from './rules/all-rules.ts';
export { applyStatement, readSchema } from './schema/apply-statement.ts';
export { copySchema, emptySchema, type Presence, type Schema, type SchemaState } from './schema/schema.ts';
export type * from './schema/table.ts';
export { lostPoints, scoreOf, type Weighed } from './score.ts';
export type { Suppression } from './suppressions.ts';
export { type Theme, themeWords } from './themes.ts';
export { type DescribedNode, describeTree } from './tree/describe-tree.ts';
export type { DmlUndo, DmlUndoPart, DmlUndoSteps } from './undo/dml-parts.ts';
export type { Undo, UndoSteps } from './undo/undo.ts';
export { type SchemaBefore, undoDdl } from './undo/undo-ddl.ts';
export { previewUndo } from './undo/undo-dml.ts';
export { undoNeeds } from './undo/undo-needs.ts';
export type { UndoSight } from './undo/undo-notes.ts';
export { type BoundStatement, type CapturedRow, undoStatements } from './undo/undo-rows.ts';
export { type UndoneStatement, type UndoScriptOptions, undoScript } from './undo/undo-script.ts';
export type { Words } from './words.ts';
