import { quoteArgument } from '../quote-argument.ts';
import { runCommand } from '../run-command.ts';
import type { HostTransport } from '../transport.ts';
import { type CallLimits, type ExecResult, type HostAction, PathError } from '../types.ts';
import { type ActionFile, actionFile } from './host-action.ts';
import { shellFields } from './shell-fields.ts';

/** Exit status of the launching program when the host does not have the action yet. */
const missing = 97;
const missingMark = 'myriad: the action is not here yet';

/** Shell that sources an action; falls through to exit 97 where it was never pushed. */
export const sourceAction = (hash: string, redirect = '</dev/null'): string => `
myriad_action="$HOME/.myriad/actions/${hash}"
[ -f "$myriad_action" ] || { echo '${missingMark}' >&2; exit ${missing}; }
{ . "$myriad_action"; exit; } ${redirect}
`;

/** Runs a typed action: one round trip where the host has it, three the first time. */
export async function runAction<I, O>(
  transport: HostTransport,
  action: HostAction<I, O>,
  input: I,
  limits: CallLimits = {},
): Promise<O> {
  const file = actionFile(action);
  const program = `${shellFields(action.input.parse(input))}${sourceAction(file.hash)}`;
  const result = await runPushing(transport, action.name, file, program, limits);
  return readResult(transport, action, result);
}

/** Runs a program that needs the action's file, pushing it where it is missing. */
export async function runPushing(
  transport: HostTransport,
  what: string,
  file: ActionFile,
  program: string,
  limits: CallLimits,
): Promise<ExecResult> {
  const result = await runCommand(transport, what, { program }, limits);
  if (result.code !== missing || !result.stderr.includes(missingMark)) return result;
  await pushAction(transport, file, limits);
  return runCommand(transport, what, { program }, limits);
}

/** The file appears whole or not at all; two sessions pushing the same one do not disturb each other. */
async function pushAction(transport: HostTransport, file: ActionFile, limits: CallLimits): Promise<void> {
  const program = `
umask 077
mkdir -p "$HOME/.myriad/actions" || exit 1
new="$HOME/.myriad/actions/.new.$$"
printf '%s' ${quoteArgument(file.text)} >"$new" || exit 1
${sha256Of}
[ "$(sha256_of "$new")" = ${file.hash} ] || { rm -f "$new"; echo 'the action arrived damaged' >&2; exit 1; }
mv -f "$new" "$HOME/.myriad/actions/${file.hash}"
`;
  const { code, stderr } = await runCommand(transport, 'pushing a host action', { program }, limits);
  if (code === 0) return;
  throw new PathError('COPY_FAILED', `the action could not be stored: ${tail(stderr)}`, transport.where);
}

/** `sha256_of FILE`, with whatever the host has. */
export const sha256Of = `
sha256_of() {
  { sha256sum <"$1" 2>/dev/null || shasum -a 256 <"$1" 2>/dev/null || openssl dgst -sha256 -r <"$1"; } | cut -c 1-64
}`;

/** The script's last stdout line, parsed by the action's own schema. */
export function readResult<I, O>(transport: HostTransport, action: HostAction<I, O>, result: ExecResult): O {
  const last = result.stdout.trimEnd().split('\n').at(-1) ?? '';
  const value = parseJson(last);
  const error = value !== null && typeof value === 'object' && 'error' in value ? value.error : undefined;
  if (error !== undefined || result.code !== 0) {
    const message = error !== null && typeof error === 'object' && 'message' in error ? error.message : undefined;
    const why = message ?? (tail(result.stderr) || `exit status ${result.code ?? result.signal}`);
    const detail = { ...(error as object | undefined), exitCode: result.code, signal: result.signal };
    throw new PathError('ACTION_FAILED', `${action.name}: ${why}`, transport.where, {
      ...detail,
      stderr: tail(result.stderr),
    });
  }
  const parsed = action.output.safeParse(value);
  if (parsed.success) return parsed.data;
  const fault = `${action.name} ${action.version} answered what its schema refuses: ${parsed.error.message}`;
  throw new PathError('ACTION_OUTPUT_INVALID', fault, transport.where, { stderr: tail(result.stderr) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const tail = (text: string): string => text.trim().slice(-2000);
