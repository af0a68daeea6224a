interface ServerPackageTable {
  id: string;
  flavor: string;
  version: string;
  architecture: string;
  sha256: string;
  size_bytes: number;
  signature: string;
  source: string;
  /** Absolute path on the platform's own machine. */
  file: string;
  /** JSON: names in lib/plugin. */
  plugins: string;
  /** Least C library it needs, e.g. `2.28`; '' = not stated, or it brings its own. */
  needs_glibc: string;
  added_at: number;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    server_package: ServerPackageTable;
  }
}

export type { ServerPackageTable };
