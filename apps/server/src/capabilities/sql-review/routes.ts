import * as contract from '@myriad/contract';
import { dialectNames } from '@myriad/sql';
import { contentTypes, writeRows } from '../../platform/export/write-rows.ts';
import type { NoteAudit } from '../../platform/http/audit.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveDownload } from '../../platform/http/serve-download.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { abilityOf } from '../../platform/policy/decision.ts';
import { mustOperate } from '../auth/index.ts';
import { defaultDialect } from './default-dialect.ts';
import { revokeException } from './exceptions/revoke-exception.ts';
import { signException } from './exceptions/sign-exception.ts';
import { listExceptions } from './exceptions/view-exceptions.ts';
import { changeItem } from './items/change-item.ts';
import { exportItems } from './items/export-items.ts';
import { listItems } from './items/view-items.ts';
import type { Note, SqlReviewParts } from './parts.ts';
import { createRuns } from './runs.ts';
import { viewQuality } from './view-quality.ts';
import { findView, listReviews } from './view-reviews.ts';

const judging = () => import('./judging.ts');

const noteWith =
  (audit: NoteAudit): Note =>
  (tx, resource, words) =>
    audit(tx, { resource, ...(words ? { words } : {}) });

/** Hangs SQL review on the server: reviews, their sums, the rules and the policies. */
export function serveSqlReview(http: Http, parts: SqlReviewParts): void {
  const runs = createRuns(parts.clock);
  serveEndpoint(http, contract.createSqlReview, async ({ actor, body, audit }) =>
    (await judging()).reviewText(parts, runs, actor, body, noteWith(audit)),
  );
  serveEndpoint(http, contract.createReviewBatch, async ({ actor, body, audit }) =>
    (await judging()).reviewFiles(parts, runs, actor, body, noteWith(audit)),
  );
  serveEndpoint(http, contract.getReviewRun, async ({ actor, params }) => ({
    progress: runs.find(actor.id, params.runId) ?? null,
  }));
  serveEndpoint(http, contract.cancelReviewRun, async ({ actor, params }) => ({
    cancelled: runs.cancel(actor.id, params.runId),
  }));
  serveEndpoint(http, contract.previewReviewUndo, async ({ actor, body }) =>
    (await judging()).previewUndoOf(parts, actor, body),
  );
  serveEndpoint(http, contract.listSqlReviews, ({ actor, query }) => listReviews(parts, actor, query));
  serveEndpoint(http, contract.getSqlReview, ({ actor, params }) => findView(parts, actor, params.reviewId));
  serveEndpoint(http, contract.getReviewQuality, async ({ actor, query }) => ({
    items: [...(await viewQuality(parts, actor, query.months))],
  }));
  serveEndpoint(http, contract.listReviewDialects, async ({ actor }) => ({
    items: [...dialectNames],
    default: defaultDialect,
    edit: abilityOf(mustOperate(actor), contract.fleetProblems),
  }));
  serveEndpoint(http, contract.listReviewRules, async () => ({ items: [...(await judging()).viewRules()] }));
  serveEndpoint(http, contract.getReviewRule, async ({ params }) => (await judging()).viewRuleWithCases(params.ruleId));
  serveEndpoint(http, contract.listReviewPolicies, async ({ actor }) => (await judging()).viewPolicies(parts, actor));
  serveEndpoint(http, contract.listReviewPolicyVersions, async ({ actor, query: { kind, id = '' } }) => ({
    items: [...(await (await judging()).viewVersions(parts, actor, kind === 'base' ? { kind } : { kind, id }))],
  }));
  serveEndpoint(http, contract.saveReviewPolicy, async ({ actor, body, audit }) =>
    (await judging()).savePolicy(parts, actor, body, noteWith(audit)),
  );
  serveEndpoint(http, contract.setReviewRule, async ({ actor, params, body, audit }) =>
    (await judging()).setRule(parts, actor, { ...body, ruleId: params.ruleId }, noteWith(audit)),
  );
  serveEndpoint(http, contract.signReviewException, async ({ actor, params, body, audit }) => ({
    items: [...(await signException(parts, actor, { ...body, ...params }, noteWith(audit)))],
  }));
  serveEndpoint(http, contract.listReviewExceptions, ({ actor, query }) => listExceptions(parts, actor, query));
  serveEndpoint(http, contract.revokeReviewException, ({ actor, params, body, audit }) =>
    revokeException(parts, actor, { ...body, ...params }, noteWith(audit)),
  );
  serveEndpoint(http, contract.listOwnReviewRules, async ({ actor }) => (await judging()).listOwnRules(parts, actor));
  serveEndpoint(http, contract.tryOwnReviewRule, async ({ body }) => (await judging()).tryRule(body));
  serveEndpoint(http, contract.readSqlTree, async ({ body }) => ({
    items: (await judging()).readTree(body.text, body.dialect),
  }));
  serveEndpoint(http, contract.setOwnReviewRule, async ({ actor, params, body, audit }) =>
    (await judging()).setOwnRule(parts, actor, { ...body, ...params }, noteWith(audit)),
  );
  serveEndpoint(http, contract.listReviewItems, ({ actor, query }) => listItems(parts, actor, query));
  serveEndpoint(http, contract.changeReviewItem, ({ actor, params, body, audit }) =>
    changeItem(parts, actor, params.itemId, body, noteWith(audit)),
  );
  serveDownload(http, contract.exportReviewItems, async ({ actor, query }) => ({
    contentType: contentTypes[query.format],
    fileName: `sql-review-items.${query.format}`,
    headers: { 'x-row-limit': String(query.limit) },
    chunks: writeRows(await exportItems(parts, actor, query), query.format),
  }));
}
