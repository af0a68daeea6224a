import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBytes, formatCount } from './format-size.ts';
import { formatClock, formatDuration, formatExact, formatRelative, formatRunning, formatStamp } from './format-time.ts';
import { type ProgressLook, rateOf, rememberLook } from './progress-rate.ts';

const now = Date.UTC(2026, 10, 22, 3, 4, 5);

test('a moment is told relative to now in the reader’s language', () => {
  assert.equal(formatRelative(now - 3 * 60_000, now, 'en'), '3 min. ago');
  assert.equal(formatRelative(now - 3 * 60_000, now, 'zh-CN'), '3分钟前');
  assert.equal(formatRelative(now + 2 * 3_600_000, now, 'en'), 'in 2 hr.');
  assert.equal(formatRelative(now - 1000, now, 'zh-CN'), '现在');
  assert.equal(formatRelative(now - 30 * 3_600_000, now, 'en'), 'yesterday');
});

test('the exact moment names the zone and keeps the 24-hour clock', () => {
  assert.match(formatExact(now, 'en', 'Asia/Shanghai'), /Nov 22, 2026.*11:04:05.*GMT\+8/);
  assert.equal(formatClock(now, 'UTC'), '03:04:05');
  assert.equal(formatStamp(now, 'Asia/Shanghai'), '2026-11-22 11:04:05');
  assert.equal(formatStamp(Date.UTC(2026, 0, 2), 'UTC'), '2026-01-02 00:00:00');
});

test('a duration grows from milliseconds to days without changing its columns', () => {
  assert.equal(formatDuration(840), '840 ms');
  assert.equal(formatDuration(12_440), '12.4 s');
  assert.equal(formatDuration(59_960), '1:00');
  assert.equal(formatDuration(187_000), '3:07');
  assert.equal(formatDuration(7_387_000), '2:03:07');
  assert.deepEqual([-400, 900, 59_999, 61_000].map(formatRunning), ['0 s', '0 s', '59 s', '1:01']);
  assert.equal(formatDuration(4 * 86_400_000 + 7_387_000), '4 d 02:03');
});

test('sizes are binary, with three figures, and never show 1024 of a unit', () => {
  assert.equal(formatBytes(0), '0 B');
  assert.equal(formatBytes(1024), '1.00 KiB');
  assert.equal(formatBytes(1024 * 1024 - 1), '1.00 MiB');
  assert.equal(formatBytes(1.5 * 1024 ** 3), '1.50 GiB');
  assert.equal(formatBytes(256 * 1024 ** 2), '256 MiB');
  assert.equal(formatCount(1234567), '1\u2009234\u2009567');
});

test('a rate appears only when two looks lie far enough apart, and starts over with a new attempt', () => {
  let looks: readonly ProgressLook[] = [];
  looks = rememberLook(looks, { at: 0, done: 0, total: 100 });
  looks = rememberLook(looks, { at: 1000, done: 10, total: 100 });
  assert.deepEqual(rateOf(looks), {});
  looks = rememberLook(looks, { at: 4000, done: 40, total: 100 });
  assert.deepEqual(rateOf(looks), { perSecond: 10, secondsLeft: 6 });
  looks = rememberLook(looks, { at: 5000, done: 0, total: 100 });
  assert.deepEqual(rateOf(looks), {});
});
