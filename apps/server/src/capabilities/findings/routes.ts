import * as contract from '@myriad/contract';
import type { NoteAudit } from '../../platform/http/audit.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { acceptFinding } from './accept-finding.ts';
import { assignFinding } from './assign-finding.ts';
import { countByCluster } from './count-by-cluster.ts';
import type { Findings } from './create-findings.ts';
import { muteFinding } from './mute-finding.ts';
import type { NoteFinding } from './parts.ts';
import { countFindings, listFindingChanges, listFindings, viewFinding } from './view-finding.ts';

const noteBy =
  (audit: NoteAudit): NoteFinding =>
  (tx, id) =>
    audit(tx, { resource: `finding/${id}` });

/** Hangs the findings on the server. */
export function serveFindings(http: Http, { parts }: Findings): void {
  const kinds = Object.entries(parts.catalogue).map(([code, { grade, words, next, note, runbook }]) => ({
    ...{ code, grade, words },
    ...(next ? { next } : {}),
    ...(note ? { note } : {}),
    ...(runbook === undefined ? {} : { runbook }),
  }));
  serveEndpoint(http, contract.listFindings, ({ actor, query }) => listFindings(parts, actor, query));
  serveEndpoint(http, contract.countFindings, ({ actor, query }) => countFindings(parts, actor, query));
  serveEndpoint(http, contract.countClusterFindings, ({ actor, query }) =>
    countByCluster(parts, actor, query.clusterIds),
  );
  serveEndpoint(http, contract.listFindingKinds, async () => ({ items: kinds }));
  serveEndpoint(http, contract.getFinding, ({ actor, params }) => viewFinding(parts, actor, params.findingId));
  serveEndpoint(http, contract.listFindingChanges, ({ params, query }) =>
    listFindingChanges(parts, params.findingId, query),
  );
  serveEndpoint(http, contract.muteFinding, async ({ actor, params, body, audit, about }) => {
    about(`finding/${params.findingId}`);
    await muteFinding(parts, actor, params.findingId, body.mute, noteBy(audit));
    return viewFinding(parts, actor, params.findingId);
  });
  serveEndpoint(http, contract.assignFinding, async ({ actor, params, body, audit, about }) => {
    about(`finding/${params.findingId}`);
    await assignFinding(parts, actor, params.findingId, body.owner, noteBy(audit));
    return viewFinding(parts, actor, params.findingId);
  });
  serveEndpoint(http, contract.acceptFinding, async ({ actor, params, audit, about }) => {
    about(`finding/${params.findingId}`);
    await acceptFinding(parts, actor, params.findingId, noteBy(audit));
    return viewFinding(parts, actor, params.findingId);
  });
}
