export interface PersonGroupTable {
  id: string;
  name: string;
  /** Lower case of the name: unique. */
  name_key: string;
  description: string;
  created_at: number;
}

export interface GroupMemberTable {
  group_id: string;
  user_id: string;
  /** May add people and take them out. */
  owner: 0 | 1;
}

/** A role on a scope, held by a person or a group: what every decision about who may do what is computed from. */
export interface RoleGrantTable {
  id: string;
  /** SHA-256 of holder, role and scope: unique. */
  grant_key: string;
  holder: 'person' | 'group';
  holder_id: string;
  role: string;
  scope: string;
  /** '' for everything, an environment's name, the id of an application or a cluster. */
  scope_id: string;
  until_at: number | null;
  reason: string;
  /** Name of who granted it; '' for what stood before there were scopes. */
  granted_by: string;
  created_at: number;
}

declare module '../../../platform/database/schema.ts' {
  interface Database {
    person_group: PersonGroupTable;
    group_member: GroupMemberTable;
    role_grant: RoleGrantTable;
  }
}
