/** A vendor who runs the server: no host of ours, no SUPER, replication and restarts through the vendor's own console. */
export interface ManagedService {
  readonly vendor:
    | 'aws-rds'
    | 'aws-aurora'
    | 'google-cloud-sql'
    | 'azure'
    | 'oracle-heatwave'
    | 'alibaba-rds'
    | 'alibaba-polardb'
    | 'tencent'
    | 'huawei';
  /** The name people know it by. */
  readonly name: string;
  /** What gave it away: the variable or text, as evidence. */
  readonly sign: string;
}

interface Signs {
  readonly variables: Readonly<Record<string, string>>;
  readonly versionText: string;
  readonly versionComment: string;
}

interface Rule {
  readonly vendor: ManagedService['vendor'];
  readonly name: string;
  readonly find: (signs: Signs) => string | undefined;
}

const variable =
  (name: RegExp) =>
  ({ variables }: Signs): string | undefined =>
    Object.keys(variables).find((key) => name.test(key));
const says =
  (pattern: RegExp) =>
  ({ versionText, versionComment }: Signs): string | undefined =>
    [versionText, versionComment].find((text) => pattern.test(text));
const variableIs =
  (name: string, pattern: RegExp) =>
  ({ variables }: Signs): string | undefined =>
    pattern.test(variables[name] ?? '') ? `${name} = ${variables[name]}` : undefined;
const either =
  (...rules: readonly Rule['find'][]): Rule['find'] =>
  (signs) =>
    rules.map((rule) => rule(signs)).find((sign) => sign !== undefined);

/** Most special first: Aurora has the signs of RDS too, PolarDB those of its vendor's RDS. From the vendors' documentation. */
const rules: readonly Rule[] = [
  { vendor: 'aws-aurora', name: 'Amazon Aurora', find: variable(/^aurora_(version|server_id)$/) },
  {
    vendor: 'aws-rds',
    name: 'Amazon RDS',
    find: either(variableIs('basedir', /^\/rdsdbbin\//), variableIs('datadir', /^\/rdsdbdata\//)),
  },
  {
    vendor: 'google-cloud-sql',
    name: 'Google Cloud SQL',
    find: either(says(/-google\b|\(Google\)/i), variable(/^cloudsql_/)),
  },
  { vendor: 'azure', name: 'Azure Database', find: either(variable(/^(azure|aad)_/), says(/\bazure\b/i)) },
  { vendor: 'oracle-heatwave', name: 'OCI MySQL HeatWave', find: says(/-cloud\b|\bCloud\b/) },
  { vendor: 'alibaba-polardb', name: 'Alibaba Cloud PolarDB', find: variable(/^polar(db)?_/) },
  { vendor: 'tencent', name: 'Tencent Cloud', find: either(variable(/^(txsql|cdb)_/), says(/-txsql\b/i)) },
  { vendor: 'huawei', name: 'Huawei Cloud', find: either(says(/gaussdb|taurus/i), variable(/^(gaussdb|taurus)_/)) },
  { vendor: 'alibaba-rds', name: 'Alibaba Cloud RDS', find: variable(/^(rds|loose_rds)_/) },
];

/** Who runs this server, by what it says of itself; null = no sign, which is no proof of the contrary. */
export function managedServiceOf(signs: Signs): ManagedService | null {
  for (const { vendor, name, find } of rules) {
    const sign = find(signs);
    if (sign !== undefined) return { vendor, name, sign };
  }
  return null;
}
