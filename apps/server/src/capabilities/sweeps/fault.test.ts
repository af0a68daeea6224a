import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PathError, type PathErrorCode } from '@myriad/paths';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { backOffMilliseconds, type FaultCode, faultOf } from './fault.ts';

const where = { hop: 0, hopName: 'mysql' };
const fault = (phase: 'login' | 'look', code: PathErrorCode, detail: object = {}): FaultCode =>
  faultOf(new PathError(code, 'as it says', where, { ...detail }), phase).code;

test('each error of a path is one kind of fault', () => {
  assert.equal(fault('login', 'HOP_UNREACHABLE', { code: 'ECONNREFUSED' }), 'SERVER_UNREACHABLE');
  assert.equal(fault('login', 'HOP_UNREACHABLE', { code: 'ETIMEDOUT' }), 'SERVER_SILENT');
  assert.equal(
    fault('login', 'HOP_UNREACHABLE', { code: 'ER_CON_COUNT_ERROR', errno: 1040 }),
    'SERVER_TOO_MANY_CONNECTIONS',
  );
  assert.equal(fault('login', 'HOP_UNREACHABLE', { code: 'HANDSHAKE_UNKNOWN_ERROR' }), 'SERVER_NOT_MYSQL');
  assert.equal(fault('login', 'HOP_UNREACHABLE', { again: false }), 'SERVER_UNREACHABLE', 'its host is away');
  assert.equal(fault('login', 'LOGIN_REFUSED', { errno: 1045 }), 'SERVER_LOGIN_REFUSED');
  assert.equal(fault('login', 'TIMED_OUT'), 'SERVER_SILENT');
  assert.equal(fault('look', 'TIMED_OUT'), 'SERVER_HANGS');
  assert.equal(fault('look', 'OUTPUT_TOO_LARGE'), 'SERVER_ANSWER_TOO_LARGE');
  assert.equal(fault('look', 'SQL_FAILED', { errno: 1227 }), 'SERVER_DENIES');
  assert.equal(fault('look', 'CONNECTION_LOST'), 'SERVER_CUTS_CONNECTION');
  assert.equal(faultOf(new TypeError('x of undefined'), 'look').code, 'SERVER_ANSWER_SENSELESS');
  assert.equal(faultOf(new ProblemError('INSTANCE_HAS_NO_ACCOUNT'), 'login').code, 'SERVER_WITHOUT_WAY');
});

test('one that fails is looked at later and later, a minute at most, and never sooner than the others', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 50].map((failures) => backOffMilliseconds(failures, 10_000)),
    [10_000, 20_000, 40_000, 60_000, 60_000],
  );
  assert.equal(backOffMilliseconds(9, 300_000), 300_000);
});
