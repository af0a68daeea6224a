import {
  changeOptionFile,
  findParameter,
  layoutOf,
  type Parameter,
  parseVersion,
  readParameterValues,
  readPersisted,
  resetPersisted,
  setGlobal,
  setPersisted,
  setPersistedOnly,
  type Version,
} from '@myriad/mysql';
import { type MysqlSession, PathError } from '@myriad/paths';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { until } from '../../instances/index.ts';
import { readOptionText, settingsOf } from '../look/read-option-file.ts';
import { ParameterChange } from '../parameters/change-form.ts';
import { sameOn } from '../parameters/read-settings.ts';
import { changerOf } from '../parameters/read-target.ts';
import type { StandardPorts } from '../parts.ts';

type Context = StepContext & StandardPorts;
const Input = z.object({
  instanceId: z.string(),
  name: z.string(),
  hostId: z.string(),
  directory: z.string(),
  flavor: z.enum(['mysql', 'mariadb']),
  version: z.string(),
  changes: z.array(ParameterChange).min(1),
});
type Input = z.infer<typeof Input>;

const versionIn = ({ version, flavor }: Input): Version => parseVersion(version, flavor);

async function open(context: Context, { instanceId }: Input): Promise<MysqlSession> {
  const instance = await context.metadata.getInstance(context.db, instanceId);
  const as = await changerOf(context, instance);
  return context.access.openInstance(instanceId, { as, signal: context.signal, onPath: context.via });
}

/** Puts options into the file where they differ, whole or not at all. */
async function writeFile(
  context: Context,
  input: Input,
  wanted: (change: ParameterChange) => string | null,
): Promise<void> {
  const inFile = input.changes.filter(({ kept }) => kept === 'option-file');
  if (inFile.length === 0) return;
  const options = { signal: context.signal };
  const text = await readOptionText(context.access, input, options);
  const next = changeOptionFile(
    text,
    inFile.flatMap((change) => {
      const option = findParameter(versionIn(input), change.name)?.option;
      return option === undefined ? [] : [{ option, value: wanted(change) ?? undefined }];
    }),
  );
  if (next === text) return;
  await using session = await context.access.openHost(input.hostId, options);
  await session.copyTo({ text: next }, layoutOf(input.directory).optionFile, { mode: 0o600, ...options });
}

/** What every change has come to: in the running server, and in what is kept. */
async function look(context: Context, input: Input, sql: MysqlSession) {
  const names = input.changes.map(({ name }) => name);
  const running = await readParameterValues(sql, names);
  const persisted = await readPersisted(sql, versionIn(input));
  const needsFile = input.changes.some(({ kept }) => kept === 'option-file');
  const options = { signal: context.signal };
  const file = needsFile ? settingsOf(await readOptionText(context.access, input, options), input.flavor) : {};
  return { running, persisted, file };
}
type Looked = Awaited<ReturnType<typeof look>>;

function isSo(input: Input, { running, persisted, file }: Looked, change: ParameterChange): boolean {
  const same = sameOn(input);
  const { name, after, takesEffect, kept } = change;
  const held = kept === 'persisted' ? persisted.get(name) : kept === 'option-file' ? file[name] : after;
  const isRunning = takesEffect === 'restart' || same(name, after, running.get(name) ?? '');
  // What stands in mysqld-auto.cnf overrules the option file.
  const isOverruled = kept === 'option-file' && persisted.has(name);
  return isRunning && !isOverruled && held !== undefined && same(name, after, held);
}

/** Neither what was approved to be changed, nor what it should become: somebody was here since. */
function movedOn(input: Input, { running }: Looked): readonly string[] {
  const same = sameOn(input);
  return input.changes
    .filter(({ name, before, after }) => {
      const now = running.get(name) ?? '';
      return !same(name, before, now) && !same(name, after, now);
    })
    .map(({ name }) => `${name} = ${running.get(name) ?? ''}`);
}

function refusedBy(name: string, error: unknown): unknown {
  if (!(error instanceof PathError) || error.code !== 'SQL_FAILED') return error;
  return new StepFailure({
    code: 'PARAMETER_REFUSED',
    words: { en: `${name}: ${error.message}`, zh: `${name}：${error.message}` },
    next: { en: 'Undo, then choose another value.', zh: '请撤销，再换一个值。' },
    retryable: false,
  });
}

/**
 * Changes parameters of one instance: first what is kept, then the running server, then a look whether both are so. Each part
 * is left alone where it is so already, so a repeated try ends where the first would have.
 */
export const setParametersStep = defineStep<StandardPorts>()({
  name: 'standards.set-parameters',
  title: { en: 'Change parameters', zh: '修改参数' },
  effect: 'reversible',
  input: Input,
  limitSeconds: 180,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  isDone: async (context, input) => {
    await using sql = await open(context, input);
    const looked = await look(context, input, sql);
    return input.changes.every((change) => isSo(input, looked, change)) ? { changed: input.changes.length } : undefined;
  },
  run: async (context, input) => {
    const version = versionIn(input);
    await using sql = await open(context, input);
    const before = await look(context, input, sql);
    const moved = movedOn(input, before);
    if (moved.length > 0)
      throw new StepFailure({
        code: 'PARAMETER_MOVED',
        words: {
          en: `${input.name}: somebody changed it since the plan was made: ${moved.join(', ')}.`,
          zh: `${input.name}：计划生成后已被他人修改：${moved.join('，')}。`,
        },
        next: { en: 'Look who did; then ask again with a new ticket.', zh: '请确认是谁修改的，再重新提交工单。' },
        retryable: false,
      });
    await writeFile(context, input, ({ after }) => after);
    const same = sameOn(input);
    for (const { name, after, kept, takesEffect } of input.changes) {
      const parameter = findParameter(version, name);
      if (!parameter) throw new Error(`${name} is not known`);
      try {
        if (kept === 'persisted') await setPersisted(sql, version, parameter, after);
        else if (takesEffect === 'now' && !same(name, after, before.running.get(name) ?? ''))
          await setGlobal(sql, version, parameter, after);
        if (kept === 'option-file' && before.persisted.has(name)) await resetPersisted(sql, version, name);
      } catch (error) {
        throw refusedBy(`${input.name}: ${name}`, error);
      }
    }
    return await verify(context, input, sql);
  },
  undo: async (context, input) => {
    const version = versionIn(input);
    await writeFile(context, input, ({ keptBefore }) => keptBefore.file);
    await using sql = await open(context, input);
    for (const { name, before, kept, keptBefore, takesEffect } of [...input.changes].reverse()) {
      const parameter = findParameter(version, name);
      if (!parameter) continue;
      await restoreKept(sql, version, parameter, { kept, takesEffect, before: keptBefore.persisted });
      if (takesEffect === 'now') await setGlobal(sql, version, parameter, before);
    }
  },
});

/** What the server keeps by itself, as it was before: also of a parameter that only a restart changes. */
async function restoreKept(
  sql: MysqlSession,
  version: Version,
  parameter: Parameter,
  was: Pick<ParameterChange, 'kept' | 'takesEffect'> & { readonly before: string | null },
): Promise<void> {
  if (was.before === null) {
    if (was.kept === 'persisted') await resetPersisted(sql, version, parameter.name);
  } else if (was.takesEffect === 'restart') await setPersistedOnly(sql, version, parameter, was.before);
  // The account of a level may do no PERSIST_ONLY; the running value is set right after.
  else await setPersisted(sql, version, parameter, was.before);
}

const patienceSeconds = 60;

/** A buffer pool is resized while the server goes on: it is waited for, everything else is so at once. */
async function verify(context: Context, input: Input, sql: MysqlSession) {
  const seen = async () => {
    const looked = await look(context, input, sql);
    return { looked, open: input.changes.filter((change) => !isSo(input, looked, change)) };
  };
  const settled = async () => {
    const now = await seen();
    const isResizing = now.open.length > 0 && now.open.every(({ name }) => name === 'innodb_buffer_pool_size');
    return isResizing ? undefined : now;
  };
  const options = { signal: context.signal, withinSeconds: patienceSeconds };
  const { looked, open } = (await until(settled, options)) ?? (await seen());
  if (open.length === 0) return { changed: input.changes.length };
  const told = open.map(({ name }) => `${name} = ${looked.running.get(name) ?? ''}`);
  throw new StepFailure({
    code: 'PARAMETER_NOT_TAKEN',
    words: {
      en: `${input.name}: the server made something else of it: ${told.join(', ')}.`,
      zh: `${input.name}：服务器实际取值不同：${told.join('，')}。`,
    },
    next: { en: 'Undo, then choose a value the server takes.', zh: '请撤销，再选择服务器接受的值。' },
    retryable: false,
  });
}
