export type Flavor = 'mysql' | 'mariadb';

/** What goes into a tree, and where it comes from. Nothing here names a version: suites move. */
export interface Recipe {
  readonly suite: 'development' | 'own';
  readonly packages: readonly string[];
  /** Names in usr/bin and usr/sbin. A leading `?` = taken when there. */
  readonly programs: readonly string[];
  /** Folders copied whole: [inside the packages, inside the tree]. `*` stands for the processor's folder name. */
  readonly folders: readonly (readonly [from: string, to: string])[];
  /** Plugins left out: for services a lab has not, or parts of other programs, with large libraries. */
  readonly withoutPlugins?: RegExp;
  /** Relative symbolic links, so that the compiled-in layout and a vendor tarball's layout both hold. */
  readonly links: readonly (readonly [name: string, target: string])[];
}

export interface ServerRecipe extends Recipe {
  readonly flavor: Flavor;
  /** The program that is the server. */
  readonly server: string;
}

export const recipes: Readonly<Record<Flavor, ServerRecipe>> = {
  mysql: {
    flavor: 'mysql',
    suite: 'development',
    packages: ['mysql-server-core', 'mysql-client-core', 'mysql-router'],
    programs: [
      ...['mysqld', 'mysql', 'mysqladmin', 'mysqldump', 'mysqlbinlog', 'mysqlrouter', 'my_print_defaults'],
      ...['?mysql_config_editor', '?mysql_tzinfo_to_sql', '?mysqlrouter_passwd', '?mysqlrouter_keyring', '?ibd2sdi'],
    ],
    folders: [
      ['usr/lib/mysql/plugin', 'lib/plugin'],
      ['usr/share/mysql', 'share'],
      ['usr/lib/mysqlrouter/plugin', 'lib/mysqlrouter/plugin'],
    ],
    withoutPlugins: /(telemetry|_client\.so|webauthn|kerberos|ldap|oci|mecab|mypluglib|mysqlbackup)/,
    links: [
      ['share/mysql', '.'],
      ['lib/mysql', '.'],
    ],
    server: 'mysqld',
  },
  mariadb: {
    flavor: 'mariadb',
    suite: 'own',
    packages: ['mariadb-server-core', 'mariadb-client', 'mariadb-backup', 'mariadb-server'],
    programs: [
      ...['mariadbd', 'mariadb', 'mariadb-admin', 'mariadb-dump', 'mariadb-binlog', 'mariadb-backup', 'mbstream'],
      ...['mariadb-install-db', 'my_print_defaults', 'resolveip', '?mariadb-tzinfo-to-sql'],
    ],
    folders: [
      ['usr/lib/mysql/plugin', 'lib/plugin'],
      ['usr/lib/*/libmariadb3/plugin', 'lib/plugin'],
      ['usr/share/mysql', 'share'],
    ],
    withoutPlugins: /(gssapi|ha_(mroonga|rocksdb|spider|connect|s3|oqgraph|sphinx)|provider_|cracklib|hashicorp|curl)/,
    links: [
      ['share/mysql', '.'],
      ['lib/mysql', '.'],
      ['scripts', 'bin'],
      ['sbin', 'bin'],
    ],
    server: 'mariadbd',
  },
};

export interface ToolRecipe extends Recipe {
  /** Needs nothing but this machine's own C library: taken as it is, without what it would bring along. */
  readonly asItIs?: true;
}

const asItIs = (name: string, suite: Recipe['suite']): ToolRecipe => ({
  ...{ suite, packages: [name], programs: [name], folders: [], links: [], asItIs: true },
});

/** Tools the lab can bring along when the machine has not got them. */
export const toolRecipes: Readonly<Record<string, ToolRecipe>> = {
  sshd: {
    suite: 'own',
    packages: ['openssh-server', 'openssh-sftp-server'],
    programs: ['sshd'],
    folders: [['usr/lib/openssh', 'bin']],
    links: [],
  },
  nft: { suite: 'own', packages: ['nftables'], programs: ['nft'], folders: [], links: [] },
  prometheus: asItIs('prometheus', 'own'),
  // Only a newer one asks many servers from one process.
  'prometheus-mysqld-exporter': asItIs('prometheus-mysqld-exporter', 'development'),
  patchelf: { suite: 'own', packages: ['patchelf'], programs: ['patchelf'], folders: [], links: [] },
};
