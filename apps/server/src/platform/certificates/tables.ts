export interface CertificateAuthorityTable {
  id: string;
  /** 1, 2, 3 …: the highest signs, all are trusted until they end. */
  generation: number;
  common_name: string;
  /** PEM. */
  certificate: string;
  /** Of the key, in the secrets box. */
  secret_id: string;
  not_after: number;
  created_at: number;
}

export interface CertificateTable {
  /** `instance/<id>`. */
  subject: string;
  /** What the platform calls it when it asks for proof. */
  server_name: string;
  /** JSON list: every name and address it stands for. */
  names: string;
  /** PEM. */
  certificate: string;
  secret_id: string;
  authority_id: string;
  not_after: number;
  created_at: number;
}

declare module '../database/schema.ts' {
  interface Database {
    certificate_authority: CertificateAuthorityTable;
    certificate: CertificateTable;
  }
}
