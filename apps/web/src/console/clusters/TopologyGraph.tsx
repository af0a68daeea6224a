import { type Edge, MarkerType, type Node, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsDark } from '../../shared/theme/theme-choice.ts';
import { type ClusterGraph, type GraphEdge, structureOf } from './cluster-graph.ts';
import { InstanceNode } from './InstanceNode.tsx';
import { nodeHeight, nodeWidth, placeNodes } from './place-nodes.ts';
import './topology.css';

const nodeTypes = { instance: InstanceNode };
/** A node stands where it stood: it is placed anew only when the structure of the cluster changes. */
function usePlaces(graph: ClusterGraph) {
  const kept = useRef<{ structure: string; places: ReturnType<typeof placeNodes> }>(undefined);
  const structure = structureOf(graph);
  if (kept.current?.structure !== structure) kept.current = { structure, places: placeNodes(graph) };
  return { places: kept.current.places, structure };
}

/** How much room the drawing wants at full size, with air around it. */
function extentOf(places: ReadonlyMap<string, { x: number; y: number }>) {
  const all = [...places.values()];
  const span = (values: number[]) => Math.max(0, ...values) - Math.min(0, ...values);
  return { width: span(all.map(({ x }) => x)) + nodeWidth + 40, height: span(all.map(({ y }) => y)) + nodeHeight + 70 };
}

export default function TopologyGraph({ graph }: { graph: ClusterGraph }) {
  const { t } = useTranslation();
  const isDark = useIsDark();
  const { places, structure } = usePlaces(graph);
  const nodes: Node[] = graph.nodes.map((node) => ({
    id: node.id,
    type: 'instance',
    position: places.get(node.id) ?? { x: 0, y: 0 },
    data: { node },
    draggable: false,
    connectable: false,
  }));
  const labelOf = (edge: GraphEdge): string => {
    const channel = edge.channel ? `${edge.channel}: ` : '';
    if (edge.state === 'connecting') return channel + t('cluster.connecting');
    if (edge.isBroken) return channel + t('cluster.broken');
    if (edge.lagSeconds === null || edge.lagSeconds === undefined) return channel + t('cluster.lagUnknown');
    const held = edge.delaySeconds ? ` · ${t('cluster.heldBack', { seconds: edge.delaySeconds })}` : '';
    return channel + t('cluster.lag', { lag: `${edge.lagSeconds} s` }) + held;
  };
  const edges: Edge[] = graph.edges.map((edge) => {
    const isLate = typeof edge.lagSeconds === 'number' && edge.lagSeconds >= 10;
    const colour = edge.isBroken
      ? 'var(--bad)'
      : edge.basis === 'recorded'
        ? 'var(--ink-faint)'
        : isLate
          ? 'var(--warn)'
          : 'var(--good)';
    return {
      id: edge.id,
      source: edge.from,
      target: edge.to,
      label: labelOf(edge),
      style: {
        stroke: colour,
        strokeWidth: 2,
        ...(edge.basis === 'recorded' || edge.isBroken ? { strokeDasharray: '6 5' } : {}),
      },
      labelStyle: { fill: colour, fontWeight: 600 },
      labelBgStyle: { fill: 'var(--surface)' },
      labelBgPadding: [6, 3],
      markerEnd: { type: MarkerType.ArrowClosed, color: colour },
    };
  });
  const size = useMemo(() => extentOf(places), [places]);
  return (
    <div
      className="topology"
      style={{ aspectRatio: `${size.width} / ${size.height}`, maxHeight: Math.min(720, size.height) }}
    >
      <ReactFlow
        key={structure}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        colorMode={isDark ? 'dark' : 'light'}
        fitView
        fitViewOptions={{ padding: 0.06, maxZoom: 1 }}
        minZoom={0.3}
        maxZoom={1.5}
        nodesConnectable={false}
        nodesDraggable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        edgesFocusable={false}
        aria-label={t('cluster.graph')}
      />
    </div>
  );
}
