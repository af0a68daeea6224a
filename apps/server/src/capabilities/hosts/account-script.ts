export interface AccountOptions {
  /** Default `myriad`. */
  readonly user?: string;
  readonly baseDirectory?: string;
  /** One line as in `id_ed25519.pub`; absent = the script says where to put it. */
  readonly publicKey?: string;
}

// Digits only, each spelled out: in sudoers `*` would match further arguments, that is, other services.
const units = ['[0-9][0-9][0-9][0-9]', '[0-9][0-9][0-9][0-9][0-9]'].map((port) => `myriad-mysql-${port}.service`);
const verbs = ['start', 'stop', 'restart', 'enable', 'disable', 'reset-failed'];

/**
 * The sudo rights of the account where servers run as system units: no shell, no editor. Placing a unit file is as good as
 * root, so where that is too much leave these lines out: the servers then run as the account's own user units.
 */
export function sudoersLines(options: AccountOptions = {}): readonly string[] {
  const { user, baseDirectory } = checked(options);
  const commands = [
    '/usr/bin/systemctl daemon-reload',
    ...units.flatMap((unit) => [
      ...verbs.map((verb) => `/usr/bin/systemctl ${verb} ${unit}`),
      `/usr/bin/install -m 0644 -o root -g root ${baseDirectory}/units/${unit} /etc/systemd/system/${unit}`,
      `/usr/bin/rm -f /etc/systemd/system/${unit}`,
    ]),
  ];
  return [`Defaults:${user} !requiretty`, ...commands.map((command) => `${user} ALL=(root) NOPASSWD: ${command}`)];
}

/** What an administrator runs as root on a host, once: account, key, base directory, limits, user units, sudo. Run again it changes nothing. */
export function accountScript(options: AccountOptions = {}): string {
  const { user, baseDirectory, publicKey } = checked(options);
  const key = publicKey ?? '';
  return `#!/bin/sh
# Makes the OS account the platform logs in with. Run as root; running it again changes nothing.
set -eu
[ "$(id -u)" = 0 ] || { echo 'run this as root' >&2; exit 1; }

# An account of its own, without a password: it is reached by key only.
id -u ${user} >/dev/null 2>&1 || useradd --system --create-home --home-dir /home/${user} --shell /bin/sh ${user}
usermod -p '*' ${user}
home=$(getent passwd ${user} | cut -d: -f6)
group=$(id -gn ${user})

# The platform's public key.
key='${key}'
install -d -m 0700 -o ${user} -g "$group" "$home/.ssh"
touch "$home/.ssh/authorized_keys"
if [ -n "$key" ]; then
  grep -qxF "$key" "$home/.ssh/authorized_keys" || printf '%s\\n' "$key" >>"$home/.ssh/authorized_keys"
else
  echo "put the platform's public key into $home/.ssh/authorized_keys" >&2
fi
chown ${user}:"$group" "$home/.ssh/authorized_keys"
chmod 0600 "$home/.ssh/authorized_keys"

# The one folder the platform may create things under.
install -d -m 0750 -o ${user} -g "$group" ${baseDirectory}

# A database server opens many files and runs a thread a connection.
if [ -d /etc/security/limits.d ]; then
  printf '%s\\n' '${user} - nofile 65536' '${user} - nproc 65536' >/etc/security/limits.d/60-${user}.conf
fi

# Servers as the account's own units: they keep running after logout and start with the host, without any sudo right.
if command -v loginctl >/dev/null 2>&1 && [ -d /run/systemd/system ]; then loginctl enable-linger ${user}; fi
${sudoPart(options)}`;
}

function sudoPart(options: AccountOptions): string {
  const { user } = checked(options);
  return `
# Only for servers as system units; leave this part out to give no sudo right at all.
if command -v visudo >/dev/null 2>&1; then
  new=$(mktemp)
  cat >"$new" <<'END'
${sudoersLines(options).join('\n')}
END
  visudo -cqf "$new" && install -m 0440 -o root -g root "$new" /etc/sudoers.d/60-${user}
  rm -f "$new"
fi
`;
}

/** Everything that goes into the script is a plain word; anything else is refused, never quoted. */
function checked({ user = 'myriad', baseDirectory = '/var/lib/myriad', publicKey }: AccountOptions) {
  if (!/^[a-z_][a-z0-9_-]{0,31}$/.test(user)) throw new TypeError(`not a user name: ${JSON.stringify(user)}`);
  if (!/^\/[\w.+@=/-]{1,200}$/.test(baseDirectory))
    throw new TypeError(`not a plain path: ${JSON.stringify(baseDirectory)}`);
  if (publicKey !== undefined && !/^[a-z0-9@.-]+ [A-Za-z0-9+/=]+( [\w.@:+-]*)?$/.test(publicKey))
    throw new TypeError('not one public key line');
  return { user, baseDirectory, publicKey };
}
