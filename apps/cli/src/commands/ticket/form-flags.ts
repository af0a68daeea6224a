import { readFileSync } from 'node:fs';
import { type CommandCall, type Flag, listFlag, textFlag, UsageError } from '../../command.ts';

export const formFlags: readonly Flag[] = [
  {
    name: 'form',
    value: 'FILE',
    words: { en: 'The form as a JSON file; - reads stdin', zh: '表单 JSON 文件，- 表示从标准输入读取' },
  },
  {
    name: 'set',
    value: 'FIELD=VALUE',
    repeat: true,
    words: {
      en: 'One field, on top of --form; the value is JSON, else text; a.b reaches inside',
      zh: '设置单个字段，覆盖 --form；值按 JSON 解析，否则视为文本；a.b 表示嵌套字段',
    },
  },
];

/** The form given by `--form` and `--set`. @throws UsageError */
export async function readForm(call: CommandCall): Promise<Record<string, unknown>> {
  const file = textFlag(call, 'form');
  const form = file === undefined ? {} : parseForm(file === '-' ? await call.terminal.readInput() : readText(file));
  for (const setting of listFlag(call, 'set')) setField(form, setting);
  return form;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError({ en: `${file} cannot be read (${code}).`, zh: `无法读取 ${file}（${code}）。` });
  }
}

function parseForm(text: string): Record<string, unknown> {
  const value = tryJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError({ en: 'The form must be one JSON object.', zh: '表单必须是一个 JSON 对象。' });
  return { ...value };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function setField(form: Record<string, unknown>, setting: string): void {
  const at = setting.indexOf('=');
  if (at < 1) throw new UsageError({ en: '--set takes FIELD=VALUE.', zh: '--set 的格式为 FIELD=VALUE。' });
  const text = setting.slice(at + 1);
  const keys = setting.slice(0, at).split('.');
  const last = keys.pop() ?? '';
  let place = form;
  for (const key of keys) {
    const inner = Object.hasOwn(place, key) ? place[key] : undefined;
    const next: Record<string, unknown> = typeof inner === 'object' && inner !== null ? { ...inner } : {};
    Object.defineProperty(place, key, { value: next, enumerable: true, writable: true, configurable: true });
    place = next;
  }
  const value = tryJson(text) ?? text;
  Object.defineProperty(place, last, { value, enumerable: true, writable: true, configurable: true });
}
