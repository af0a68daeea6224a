import type { CallInput, registerHost } from '@myriad/contract';

export interface HostFormValues {
  readonly name: string;
  readonly address: string;
  readonly zone?: string;
  readonly baseDirectory?: string;
  readonly sshAddress?: string;
  readonly sshPort?: number;
  readonly user?: string;
  readonly login: 'key' | 'password' | 'agent';
  readonly privateKey?: string;
  readonly password?: string;
  readonly jumps?: readonly string[];
}

type HostForm = NonNullable<CallInput<typeof registerHost>['body']>;

/** A private key pasted without its last line break is refused by SSH: it gets one back. */
const asKey = (text: string): string => `${text.replaceAll('\r\n', '\n').trim()}\n`;

/** What is sent: only the login that was chosen, only what was filled in. */
export function toHostForm(values: HostFormValues, hostKey: string | undefined): HostForm {
  return {
    name: values.name,
    address: values.address,
    ...(values.zone ? { zone: values.zone } : {}),
    ...(values.baseDirectory ? { baseDirectory: values.baseDirectory } : {}),
    ssh: {
      ...(values.sshAddress ? { address: values.sshAddress } : {}),
      ...(values.sshPort ? { port: values.sshPort } : {}),
      ...(values.user ? { user: values.user } : {}),
      ...(values.login === 'key' ? { privateKey: asKey(values.privateKey ?? '') } : {}),
      ...(values.login === 'password' ? { password: values.password ?? '' } : {}),
      ...(values.login === 'agent' ? { agent: true } : {}),
      ...(values.jumps && values.jumps.length > 0 ? { jumps: [...values.jumps] } : {}),
      ...(hostKey ? { hostKey: hostKey.trim() } : {}),
    },
  };
}

/** The key's fingerprint as the platform names it in its question. */
export const fingerprintIn = (sentence: string): string | undefined =>
  /SHA256:[A-Za-z0-9+/]{20,}=?/.exec(sentence)?.[0];
