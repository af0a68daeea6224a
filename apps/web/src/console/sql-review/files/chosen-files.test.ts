import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviewFileLimits } from '@myriad/contract';
import { type ChosenFile, readChosen, whyNotTogether, withChosen } from './chosen-files.ts';

const bytesOf = (content: Uint8Array<ArrayBuffer>) => async () => content.buffer;
const read = (name: string, content: Uint8Array<ArrayBuffer>) => readChosen(name, content.length, bytesOf(content));
const utf8 = (text: string) => new Uint8Array(new TextEncoder().encode(text));

test('a file is text, or says why it cannot be reviewed', async () => {
  const [bom, gbk] = [new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), new Uint8Array([0xd1, 0xa1, 0xd4, 0xf1])];
  assert.equal((await read('a/表.sql', utf8('select 1 -- 中文'))).text, 'select 1 -- 中文');
  assert.equal((await read('a.SQL', bom)).text, 'a');
  const faults = [
    ['a.sql', gbk, 'not-utf8'],
    ['a.xml', new Uint8Array([0x61, 0, 0x62]), 'binary'],
    ['a.png', utf8('x'), 'kind'],
    ['a.sql.gz', utf8('x'), 'kind'],
  ] as const;
  for (const [name, content, fault] of faults) assert.equal((await read(name, content)).fault, fault, name);
  const large = await readChosen('a.sql', reviewFileLimits.fileBytes + 1, () => assert.fail('is read'));
  assert.equal(large.fault, 'too-large');
});

test('what is chosen again takes the place of the former, and more than a review takes is said', () => {
  const file = (name: string, bytes = 1, fault?: 'binary'): ChosenFile => ({ name, bytes, text: 'x', fault });
  const both = withChosen([file('b.sql'), file('a.sql')], [file('b.sql', 7)]);
  assert.deepEqual(
    both.map(({ name, bytes }) => [name, bytes]),
    [
      ['a.sql', 1],
      ['b.sql', 7],
    ],
  );
  assert.equal(whyNotTogether(both), undefined);
  assert.equal(whyNotTogether([]), 'none');
  assert.equal(whyNotTogether([...both, file('c.sql', 1, 'binary')]), 'faulty');
  assert.equal(whyNotTogether([file('a.sql', reviewFileLimits.bytes), file('b.sql')]), 'beyond');
  const many = Array.from({ length: reviewFileLimits.files + 1 }, (_, at) => file(`${at}.sql`));
  assert.deepEqual([whyNotTogether(many), whyNotTogether(many.slice(1))], ['beyond', undefined]);
});
