import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '@myriad/contract';
import type { Actor } from '../../platform/policy/decision.ts';
import { mayApprove, mayWithdraw } from './policy.ts';

const actor = (id: string, ...roles: Role[]): Actor => ({ id, name: id, roles, via: 'session' });
const ticket = { state: 'waiting' as const, openedBy: { id: 'ann', name: 'ann' } };
const reason = (decision: ReturnType<typeof mayApprove>) => (decision.allowed ? 'yes' : decision.because);
const nobody = { allowedBySetting: false, otherApprover: false };

test('an approver approves what somebody else opened, while it waits', () => {
  assert.equal(reason(mayApprove(actor('bob', 'dba'), ticket, ['dba'], nobody)), 'yes');
  assert.equal(reason(mayApprove(actor('bob', 'administrator'), ticket, ['dba'], nobody)), 'yes');
  assert.equal(reason(mayApprove(actor('bob', 'requester'), ticket, ['dba'], nobody)), 'NOT_AN_APPROVER');
  const done = { ...ticket, state: 'done' as const };
  assert.equal(reason(mayApprove(actor('bob', 'dba'), done, ['dba'], nobody)), 'TICKET_NOT_WAITING');
});

test('an own ticket is approved only by the sole administrator, by the explicit setting', () => {
  for (const allowedBySetting of [true, false])
    for (const otherApprover of [true, false])
      for (const role of ['dba', 'administrator'] as const) {
        const expected =
          allowedBySetting && !otherApprover && role === 'administrator' ? 'yes' : 'CANNOT_APPROVE_OWN_TICKET';
        const decision = mayApprove(actor('ann', role), ticket, ['dba'], { allowedBySetting, otherApprover });
        assert.equal(reason(decision), expected, `${allowedBySetting} ${otherApprover} ${role}`);
      }
});

test('only the opener withdraws, and only while it waits', () => {
  assert.equal(reason(mayWithdraw(actor('ann', 'requester'), ticket)), 'yes');
  assert.equal(reason(mayWithdraw(actor('bob', 'administrator'), ticket)), 'NOT_YOUR_TICKET');
  assert.equal(reason(mayWithdraw(actor('ann', 'requester'), { ...ticket, state: 'running' })), 'TICKET_NOT_WAITING');
});
