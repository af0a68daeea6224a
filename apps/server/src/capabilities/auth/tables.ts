import './rights/tables.ts';

export interface UserTable {
  id: string;
  name: string;
  /** Lower case of the name: unique, and what sign-in looks for. */
  name_key: string;
  /** Printed hash, see password.ts. */
  password: string;
  /** `[]`: roles are rows of role_grant. */
  roles: string;
  language: string | null;
  disabled: 0 | 1;
  created_at: number;
}

export interface SessionTable {
  /** SHA-256 of the cookie's value; the value itself is kept nowhere. */
  id: string;
  user_id: string;
  created_at: number;
  expires_at: number;
}

export interface ApiTokenTable {
  /** Stands in the token: `myr_<id>_<secret>`. */
  id: string;
  user_id: string;
  name: string;
  /** SHA-256 of the secret part. */
  secret_hash: string;
  created_at: number;
  expires_at: number | null;
  last_used_at: number | null;
}

export interface AuditTable {
  id: string;
  at: number;
  actor_id: string | null;
  actor_name: string;
  /** session, token, or public. */
  via: string;
  action: string;
  resource: string;
  outcome: 'started' | 'allowed' | 'refused' | 'failed';
  /** JSON of Words. */
  words: string | null;
  request_id: string;
}

/** One row each; `value` is JSON. */
export interface SettingTable {
  name: string;
  value: string;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    user: UserTable;
    session: SessionTable;
    api_token: ApiTokenTable;
    audit: AuditTable;
    setting: SettingTable;
  }
}
