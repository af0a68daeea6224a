import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { mergeLayers, PolicyFault, type PolicyFile, type PolicyLayer, readPolicy } from '@myriad/sql-review';
import { InputFault } from './input-fault.ts';

/** The name of a policy, looked for in the folder of a file and upward. */
export const policyName = '.myriad-review.yaml';

export interface FoundPolicy {
  /** Absolute, of the policy itself: paths in it are seen from there. */
  readonly folder: string;
  readonly layer: PolicyLayer;
  /** Absolute. */
  readonly baseline: string | undefined;
}

export interface PolicyChoice {
  /** `--policy`: this one for all files. */
  readonly file: string | undefined;
  readonly environment: string | undefined;
  readonly application: string | undefined;
}

/** Which policy holds for a file; each is read once. @throws InputFault */
export function makePolicies(choice: PolicyChoice): (file: string) => Promise<FoundPolicy | undefined> {
  const read = new Map<string, Promise<FoundPolicy | undefined>>();
  const readAt = (path: string, isNeeded: boolean) => {
    const known = read.get(path) ?? readFrom(path, choice, isNeeded);
    read.set(path, known);
    return known;
  };
  return async (file) => {
    if (choice.file !== undefined) return readAt(resolve(choice.file), true);
    let folder = file === '-' ? process.cwd() : dirname(resolve(file));
    for (;;) {
      const found = await readAt(join(folder, policyName), false);
      const above = dirname(folder);
      if (found !== undefined || above === folder) return found;
      folder = above;
    }
  };
}

async function readFrom(path: string, choice: PolicyChoice, isNeeded: boolean): Promise<FoundPolicy | undefined> {
  const text = await textAt(path, isNeeded);
  if (text === undefined) return undefined;
  try {
    const policy = await readPolicy(text);
    const layer = mergeLayers([policy.base, ...layersOf(policy, choice, path)]);
    const folder = dirname(path);
    return { folder, layer, baseline: policy.baseline === undefined ? undefined : resolve(folder, policy.baseline) };
  } catch (fault) {
    throw fault instanceof PolicyFault ? asInputFault(path, fault) : fault;
  }
}

export const asInputFault = (path: string, { line, words }: PolicyFault): InputFault =>
  new InputFault({ en: `${path}:${line}: ${words.en}`, zh: `${path}:${line}：${words.zh}` });

async function textAt(path: string, isNeeded: boolean): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (!isNeeded && (code === 'ENOENT' || code === 'ENOTDIR')) return undefined;
    throw new InputFault({
      en: `The policy ${path} cannot be read (${code}).`,
      zh: `无法读取策略文件 ${path}（${code}）。`,
    });
  }
}

function layersOf(policy: PolicyFile, choice: PolicyChoice, path: string): readonly PolicyLayer[] {
  const { environment, application } = choice;
  return [
    ...chosen('environment', policy.environments, environment, path),
    ...chosen('application', policy.applications, application, path),
  ];
}

/** An application of which the policy says nothing has the rest; an environment that is not there is a slip. */
function chosen(
  of: 'environment' | 'application',
  layers: Readonly<Record<string, PolicyLayer>>,
  name: string | undefined,
  path: string,
): readonly PolicyLayer[] {
  if (name === undefined) return [];
  const layer = Object.hasOwn(layers, name) ? layers[name] : undefined;
  if (layer) return [layer];
  if (of === 'application') return [];
  const known = Object.keys(layers);
  throw new InputFault({
    en: `${path} has no environment ${name}.${known.length > 0 ? ` It has: ${known.join(', ')}.` : ''}`,
    zh: `${path} 中没有环境 ${name}。${known.length > 0 ? `已有：${known.join('、')}。` : ''}`,
  });
}
