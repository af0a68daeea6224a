import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Command, UsageError } from './command.ts';
import { exitCodes, exitOfStatus } from './exit-codes.ts';
import { commandHelp, topHelp } from './help.ts';
import { languageFrom } from './language.ts';
import { nouns, singles } from './nouns.ts';
import { readLine } from './read-line.ts';

const han = /\p{Script=Han}/u;

async function listCommands(): Promise<[string, Command][]> {
  const all: [string, Command][] = [];
  for (const [name, load] of Object.entries(singles)) all.push([name, (await load()).command]);
  for (const [noun, { verbs }] of Object.entries(nouns))
    for (const [verb, load] of Object.entries(verbs)) all.push([`${noun} ${verb}`, (await load()).command]);
  return all;
}

test('every command explains itself in both languages', async () => {
  const commands = await listCommands();
  assert.ok(commands.length > 40);
  for (const [path, command] of commands) {
    const flags = (command.flags ?? []).map(({ words }) => words);
    for (const words of [command.summary, ...(command.args ?? []).map((arg) => arg.words), ...flags]) {
      assert.match(words.zh, han, `${path}: ${words.en}`);
      assert.doesNotMatch(words.en, han, path);
    }
    assert.match(commandHelp(path, command, 'en'), new RegExp(`myriad ${path}`));
    assert.match(commandHelp(path, command, 'zh'), /用法/);
  }
});

test('no command takes a secret as an argument', async () => {
  for (const [path, command] of await listCommands())
    for (const flag of command.flags ?? [])
      if (/password|secret|token|key/.test(flag.name))
        assert.ok(
          flag.value === undefined || ['private-key-file', 'host-key', 'public-key'].includes(flag.name),
          `${path} --${flag.name}`,
        );
});

test('the first help names every noun', () => {
  for (const noun of [...Object.keys(nouns), ...Object.keys(singles)])
    assert.match(topHelp('en'), new RegExp(`  ${noun} `));
});

test('a wrong line is refused with what is wrong about it', async () => {
  const { command } = await import('./commands/ticket/reject.ts');
  assert.deepEqual(readLine(command, ['R-1', '--comment', 'no', '--json']).args, { TICKET: 'R-1' });
  const faults = {
    '': /TICKET is missing/,
    'R-1 R-2': /R-2.*too many/,
    'R-1 --what': /no option --what/,
    'R-1 --comment': /--comment.*needs a value/,
  };
  for (const [line, words] of Object.entries(faults))
    assert.throws(
      () => readLine(command, line.split(' ').filter(Boolean)),
      (error) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.words.en, words);
        assert.match(error.words.zh, han);
        return true;
      },
    );
});

test('exit codes are distinct, and each refusal has its own', () => {
  const codes = Object.values(exitCodes).map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
  const expected = {
    400: 'usage',
    401: 'notAllowed',
    403: 'notAllowed',
    404: 'notFound',
    409: 'conflict',
    422: 'usage',
    500: 'failed',
  };
  for (const [status, exit] of Object.entries(expected)) assert.equal(exitOfStatus(Number(status)), exit, status);
});

test('the language comes from the environment the POSIX way', () => {
  assert.equal(languageFrom({ LANG: 'zh_CN.UTF-8' }), 'zh');
  assert.equal(languageFrom({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C.UTF-8' }), 'en');
  assert.equal(languageFrom({ LANG: 'en_US.UTF-8', MYRIAD_LANG: 'zh-CN' }), 'zh');
  assert.equal(languageFrom({}), 'en');
});
