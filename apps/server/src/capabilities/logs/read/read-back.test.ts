import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorLogHead, parseErrorLog, parseSlowLog, slowLogHead } from '@myriad/mysql';
import { type LogFile, partBytes, type ReadBackParts, readBack } from './read-back.ts';

const noon = Date.UTC(2026, 10, 22, 12);
const error = { parse: (text: string) => parseErrorLog(text, { offsetMinutes: 0 }), head: errorLogHead };
const slow = { parse: (text: string) => parseSlowLog(text, { offsetMinutes: 0 }), head: slowLogHead };
const line = (second: number, text: string) =>
  `${new Date(noon + second * 1000).toISOString()} 0 [Note] [MY-010000] [Server] ${text}\n`;

/** Files in memory, and how much of them was read. */
function shelf(texts: readonly (string | Buffer)[], changedAt = 0) {
  const bytes = texts.map((text) => Buffer.from(text as string));
  const files = bytes.map((content, at): LogFile => ({ path: String(at), sizeBytes: content.length, changedAt }));
  let reads = 0;
  const parts = (more: Partial<ReadBackParts> = {}): ReadBackParts => ({
    ...{ format: error, from: 0, to: noon * 2, limit: 1000, mostBytes: 8 * 1024 * 1024 },
    fits: ({ at }) => at !== null && at >= (more.from ?? 0) && at <= (more.to ?? noon * 2),
    readPart: async (file, offset, length) => {
      reads += 1;
      return bytes[Number(file.path)]?.subarray(offset, offset + length) ?? Buffer.alloc(0);
    },
    ...more,
  });
  return { files, parts, reads: () => reads };
}

const texts = (entries: readonly { readonly text: string }[]) => entries.map(({ text }) => text);
const long = (count: number, first = 0) =>
  Array.from({ length: count }, (_, at) => line(first + at, `entry ${first + at} ${'x'.repeat(100)}`)).join('');

test('all entries are found whole, in order, however the parts cut them', async () => {
  const many = Array.from({ length: 9000 }, (_, at) =>
    line(at, `entry ${at}${at % 7 === 0 ? `\n  a second line of ${at} — 中文` : ''} ${'y'.repeat(at % 90)}`),
  ).join('');
  const { files, parts } = shelf([many]);
  assert.ok(files[0] && files[0].sizeBytes > 3 * partBytes);
  const { entries, readBackTo } = await readBack(files, parts({ limit: 10_000 }));
  assert.equal(readBackTo, undefined);
  assert.deepEqual(texts(entries), texts(error.parse(many)));
});

test('the newest come first, across rotated files, and no more is read than is needed', async () => {
  const { files, parts, reads } = shelf([long(20_000, 20_000), long(20_000, 0)], noon + 50_000_000);
  const { entries, readBackTo } = await readBack(files, parts({ limit: 5 }));
  assert.deepEqual(
    texts(entries).map((text) => text.split(' ')[1]),
    ['39995', '39996', '39997', '39998', '39999'],
  );
  assert.equal(reads(), 1);
  assert.ok(readBackTo !== undefined && readBackTo > noon);
  const both = await readBack(files, parts({ limit: 50_000 }));
  assert.equal(both.entries.length, 40_000);
  assert.deepEqual(texts(both.entries).slice(0, 1)[0]?.split(' ')[1], '0');
});

test('an old range in a large file is found by halving, not by reading', async () => {
  const { files, parts, reads } = shelf([long(60_000)]);
  const [from, to] = [noon + 20_000_000, noon + 20_010_000];
  const { entries, readBytes, readBackTo } = await readBack(files, parts({ from, to }));
  assert.equal(entries.length, 11);
  assert.equal(readBackTo, undefined);
  assert.ok(reads() < 16 && readBytes < 2 * 1024 * 1024, `${reads()} reads, ${readBytes} bytes`);
});

test('a bound that is reached says how far the look went', async () => {
  const { files, parts } = shelf([long(60_000)]);
  const { readBackTo, readBytes } = await readBack(files, parts({ fits: () => false, mostBytes: 1024 * 1024 }));
  assert.ok(readBytes >= 1024 * 1024 && readBytes <= 1024 * 1024 + partBytes);
  assert.ok(readBackTo !== undefined && readBackTo > noon && readBackTo < noon + 60_000_000);
});

test('files whose last change lies before the range are not opened', async () => {
  const { files, parts, reads } = shelf([long(10)], noon + 10_000);
  const { entries } = await readBack(files, parts({ from: noon + 3_600_000 }));
  assert.deepEqual([entries.length, reads()], [0, 0]);
});

test('no log at all, one endless line, nothing but noughts: read to the bound and no further', async () => {
  for (const hostile of [
    Buffer.alloc(6 * 1024 * 1024),
    'x'.repeat(6 * 1024 * 1024),
    Buffer.alloc(3 * partBytes, 0xff),
  ]) {
    const { files, parts } = shelf([hostile]);
    const begun = performance.now();
    const { entries, readBytes } = await readBack(files, parts({ mostBytes: 4 * 1024 * 1024, to: noon }));
    assert.deepEqual(entries, []);
    assert.ok(readBytes <= 4 * 1024 * 1024 + partBytes && performance.now() - begun < 5000);
  }
});

test('statements of a slow log keep all their lines over the border of two parts', async () => {
  const many = Array.from({ length: 4000 }, (_, at) => {
    const at12 = new Date(noon + at * 1000).toISOString();
    return `# Time: ${at12}\n# User@Host: app[app] @ localhost []  Id: ${at}\n# Query_time: 1.5  Lock_time: 0.0 Rows_sent: 1  Rows_examined: ${at}\nSET timestamp=${noon / 1000 + at};\nSELECT ${at}\n  FROM visit\n WHERE note = '${'z'.repeat(at % 200)}';\n`;
  }).join('');
  const { files, parts } = shelf([many]);
  const { entries } = await readBack(files, parts({ format: slow, limit: 5000 }));
  assert.equal(entries.length, 4000);
  for (const [at, entry] of entries.entries()) {
    assert.equal(entry.at, noon + at * 1000);
    assert.deepEqual([entry.rowsExamined, entry.text.startsWith(`SELECT ${at}\n`)], [at, true]);
  }
});
