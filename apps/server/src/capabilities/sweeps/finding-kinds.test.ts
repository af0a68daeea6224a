import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingRecord } from '../findings/index.ts';
import { silentCodes, sweepFindings } from './finding-kinds.ts';

const found = (evidence: Readonly<Record<string, unknown>>): FindingRecord => ({
  ...{ id: 'f', code: 'SERVER_UNREACHABLE', grade: 'bad', entity: 'instance', entityId: 'i-1', about: '', evidence },
  ...{ clusterId: 'c-1', source: 'sweep', scope: 'instance/i-1', words: null, next: null, firstSeenAt: 1 },
  ...{ lastSeenAt: 1, closedAt: null, times: 1, owner: null, mute: null },
});

test('a server of ours that is down leads to the ticket that starts it; one of somebody else to none', () => {
  const { bringBack } = sweepFindings.SERVER_UNREACHABLE;
  const ticket = { ticketKind: 'service.start', form: { instanceId: 'i-1' } };
  assert.deepEqual(bringBack?.(found({ deployedHere: true })), ticket);
  assert.equal(bringBack?.(found({ deployedHere: false })), undefined);
  assert.equal(bringBack?.(found({})), undefined);
});

test('every kind has its place in the reference, and those that are bad say that a server does not answer', () => {
  for (const [code, { runbook }] of Object.entries(sweepFindings))
    assert.equal(runbook, `reference/findings.md#${code.toLowerCase()}`);
  assert.ok(silentCodes.includes('SERVER_HANGS') && !silentCodes.includes('SERVER_CLOCK_OFF'));
});
