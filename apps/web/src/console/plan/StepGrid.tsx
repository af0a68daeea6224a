import { type ReactNode, useMemo } from 'react';
import { LongName } from '../../shared/page/LongName.tsx';
import { layOutPlan } from '../../shared/plan/plan-layout.ts';
import type { ShownStep } from './shown-step.ts';
import './plan.css';

interface StepGridProps<S extends ShownStep> {
  readonly label: string;
  readonly steps: readonly S[];
  readonly renderStep: (step: S) => ReactNode;
}

/** Targets beside one another, order from top to bottom: what stands in one row may run at the same time. */
export function StepGrid<S extends ShownStep>({ label, steps, renderStep }: StepGridProps<S>) {
  const layout = useMemo(() => layOutPlan(steps), [steps]);
  const count = Math.max(1, layout.columns.length);
  const template = { gridTemplateColumns: `repeat(${count}, minmax(${count > 1 ? 210 : 0}px, 1fr))` };
  return (
    <div className="plan-scroll">
      {count > 1 ? (
        <div className="plan-row plan-heads" style={template} aria-hidden>
          {layout.columns.map((column) => (
            <div key={column} className="plan-target">
              <LongName>{column}</LongName>
            </div>
          ))}
        </div>
      ) : null}
      <ol className="plan-grid" aria-label={label}>
        {layout.rows.map((row) => (
          <li key={row.depth} className="plan-row" style={template}>
            {row.across.map((step) => (
              <div key={step.id} className="plan-across">
                {renderStep(step)}
              </div>
            ))}
            {row.cells.some((cell) => cell.length > 0)
              ? layout.columns.map((column, at) => (
                  <div key={column} className="plan-cell" data-empty={row.cells[at]?.length === 0}>
                    {row.cells[at]?.map((step) => (
                      <div key={step.id}>{renderStep(step)}</div>
                    ))}
                  </div>
                ))
              : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
