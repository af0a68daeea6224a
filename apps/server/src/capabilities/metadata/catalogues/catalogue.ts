import type { Words } from '@myriad/contract';
import type { CatalogueKind } from '../records.ts';

export interface EnvironmentRow {
  readonly name: string;
  readonly production: boolean;
  readonly description: string;
}

export interface ZoneRow {
  readonly name: string;
  readonly region: string;
  readonly description: string;
}

/** A named size of one instance. */
export interface SpecificationRow {
  readonly name: string;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly diskBytes: number;
  readonly description: string;
}

export interface CatalogueRows {
  readonly environment: EnvironmentRow;
  readonly zone: ZoneRow;
  readonly specification: SpecificationRow;
}

export const catalogueWords: Readonly<Record<CatalogueKind, Words>> = {
  environment: { en: 'environment', zh: '环境' },
  zone: { en: 'zone', zh: '机房' },
  specification: { en: 'specification', zh: '规格' },
};

/** A name something uses and nobody has described yet. */
export const undescribed: { readonly [Kind in CatalogueKind]: Omit<CatalogueRows[Kind], 'name'> } = {
  environment: { production: false, description: '' },
  zone: { region: '', description: '' },
  specification: { cpus: 0, memoryBytes: 0, diskBytes: 0, description: '' },
};
