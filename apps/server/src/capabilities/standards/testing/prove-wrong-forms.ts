import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import type { OpenLab } from './standards-lab.ts';

/** Everything that speaks against a form is said at once, before anything changes. */
export function proveWrongForms(open: OpenLab): void {
  test('ten wrong forms are refused, each at its place, before anything changes', async (context) => {
    const lab = open(context);
    if (!lab) return;
    const { platform, clusterId, instances } = lab;
    const { primary } = await instances();
    const one = { instanceId: primary.id };
    const wrong: readonly (readonly [form: object, path: string, says: RegExp])[] = [
      [{ settings: ['sync_binlog = 1'] }, 'clusterId', /cluster or an instance/],
      [{ ...one, clusterId, settings: ['sync_binlog = 1'] }, 'clusterId', /not both/],
      [{ ...one, settings: [] }, 'settings', /./],
      [{ ...one, settings: ['sync_binlog'] }, 'settings', /not name = value/],
      [{ ...one, settings: ['no_such_parameter = 1'] }, 'settings', /no parameter the platform knows/],
      [{ ...one, settings: ['max_connections = 0'] }, 'settings', /0 is outside/],
      [{ ...one, settings: ['slow_query_log = perhaps'] }, 'settings', /ON or OFF/],
      [{ ...one, settings: ['read_only = OFF'] }, 'settings', /is a role/],
      [{ ...one, settings: ['sync_binlog = 0'] }, 'evenSo', /power fails.*even so/],
      [{ ...one, settings: ['long_query_time = 1'] }, 'settings', /so already/],
      [{ ...one, settings: ['hostname = x'] }, 'settings', /nobody can set it/],
      [{ ...one, settings: ['net_read_timeout = 31', 'NET-READ-TIMEOUT = 32'] }, 'settings', /twice/],
      [{ instanceId: 'nobody', settings: ['sync_binlog = 1'] }, 'instanceId', /INSTANCE_NOT_FOUND/],
    ];
    for (const [form, path, says] of wrong) {
      const told = await platform.prepare('service.change-parameters', form).then(
        () => [{ path: '', words: `accepted ${JSON.stringify(form)}` }],
        (error: unknown) => faultsOf(error, path),
      );
      assert.ok(
        told.some((fault) => fault.path === path && says.test(fault.words)),
        `${JSON.stringify(form)}: ${JSON.stringify(told)}`,
      );
    }
    // All refusals at once.
    const all = await platform
      .prepare('service.change-parameters', {
        ...one,
        settings: ['a b', 'read_only = OFF', 'max_connections = 0', 'sync_binlog = 0'],
      })
      .then(
        () => [],
        (error: unknown) => faultsOf(error, ''),
      );
    assert.equal(all.length, 4, JSON.stringify(all));
  });
}

function faultsOf(error: unknown, place: string): readonly { readonly path: string; readonly words: string }[] {
  if (error instanceof ProblemError)
    return error.faults.length > 0
      ? error.faults.map(({ path, words }) => ({ path, words: words.en }))
      : [{ path: place, words: error.code }];
  if (error !== null && typeof error === 'object' && 'issues' in error)
    return (error.issues as { path: string[]; message: string; params?: { words?: { en: string } } }[]).map(
      (issue) => ({
        path: String(issue.path[0] ?? ''),
        words: issue.params?.words?.en ?? issue.message,
      }),
    );
  throw error;
}
