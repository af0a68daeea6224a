import { ChartsPanel } from './ChartsPanel.tsx';
import type { PartProps } from './parts.ts';

/** The twenty metrics one looks at first. */
export const MetricsPart = ({ instance }: PartProps) => <ChartsPanel instanceId={instance.id} />;
