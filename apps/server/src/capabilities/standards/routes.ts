import * as contract from '@myriad/contract';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import type { Standards } from './create-standards.ts';
import { endException, exceptRule } from './except-rule.ts';
import { createStandard, publishStandard } from './publish-standard.ts';
import { startCheck } from './start-check.ts';
import { useStandard } from './use-standard.ts';
import { listCompliance, listDrift, viewClusterCompliance } from './view-compliance.ts';
import { listExceptions, viewException } from './view-exceptions.ts';
import { listStandards, viewStandard, viewUses, viewVersion } from './view-standards.ts';

/** Hangs the standards on the server. */
export function serveStandards(http: Http, { parts, keeper }: Standards): void {
  serveEndpoint(http, contract.listStandards, ({ actor }) => listStandards(parts, actor));
  serveEndpoint(http, contract.getStandardVersion, ({ params: { standardId, version } }) =>
    viewVersion(parts, standardId, version),
  );
  serveEndpoint(http, contract.createStandard, async ({ actor, body, audit }) => {
    const id = await createStandard(parts, actor, body, (tx, made) => audit(tx, { resource: `standard/${made}` }));
    return viewStandard(parts, actor, id);
  });
  serveEndpoint(http, contract.publishStandard, async ({ actor, params: { standardId }, body, audit, about }) => {
    about(`standard/${standardId}`);
    await publishStandard(parts, actor, standardId, body, (tx, id) => audit(tx, { resource: `standard/${id}` }));
    void keeper.refresh();
    return viewStandard(parts, actor, standardId);
  });
  serveEndpoint(http, contract.useStandard, async ({ actor, body: { scope, use }, audit }) => {
    const resource = `standard-use/${scope.kind}${'id' in scope ? `:${scope.id}` : ''}`;
    await useStandard(parts, actor, scope, use, (tx) => audit(tx, { resource }));
    void keeper.refresh();
    return { uses: await viewUses(parts, actor) };
  });
  serveEndpoint(http, contract.listCompliance, ({ actor, query }) => listCompliance(parts, actor, query));
  serveEndpoint(http, contract.getClusterCompliance, ({ actor, params }) =>
    viewClusterCompliance(parts, actor, params.clusterId),
  );
  serveEndpoint(http, contract.listDrift, ({ actor, query }) => listDrift(parts, actor, query.environment));
  serveEndpoint(http, contract.checkCompliance, async ({ actor, body, audit }) => ({
    taskId: await startCheck(parts, actor, body.clusterIds, (tx, id) => audit(tx, { resource: `task/${id}` })),
  }));
  serveEndpoint(http, contract.listStandardExceptions, ({ actor, query }) => listExceptions(parts, actor, query));
  serveEndpoint(http, contract.addStandardException, async ({ actor, body, audit }) => {
    const made = await exceptRule(parts, actor, body, (tx, id) => audit(tx, { resource: `standard-exception/${id}` }));
    await keeper.judge(made.scope);
    return viewException(parts, actor, made);
  });
  serveEndpoint(http, contract.endStandardException, async ({ actor, params: { exceptionId }, audit, about }) => {
    about(`standard-exception/${exceptionId}`);
    const ended = await endException(parts, actor, exceptionId, (tx, id) =>
      audit(tx, { resource: `standard-exception/${id}` }),
    );
    await keeper.judge(ended.scope);
    return viewException(parts, actor, ended);
  });
}
