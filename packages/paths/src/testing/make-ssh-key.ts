import ssh2 from 'ssh2';

/** ssh2 writes a malformed key file about once in a hundred (a leading zero byte), so it reads each one back. */
export function makeSshKey(passphrase?: string): { readonly private: string; readonly public: string } {
  for (;;) {
    const locked = passphrase === undefined ? {} : { passphrase, cipher: 'aes256-ctr', rounds: 16 };
    // The published types know no options for this kind of key.
    const pair = ssh2.utils.generateKeyPairSync('ed25519', locked as { comment?: string });
    if (!(ssh2.utils.parseKey(pair.private, passphrase) instanceof Error)) return pair;
  }
}
