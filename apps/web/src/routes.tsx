import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject, redirect } from 'react-router';
import { Crashed } from './console/frame/Crashed.tsx';
import { Frame } from './console/frame/Frame.tsx';
import { NothingHere } from './console/frame/NothingHere.tsx';
import { Loading } from './shared/page/Loaded.tsx';

/** One page, one address, one piece of code fetched when it is first opened. */
const page = (path: string, load: () => Promise<ComponentType>): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
});

const pages: RouteObject[] = [
  page('', async () => (await import('./console/home/HomePage.tsx')).HomePage),
  page('tickets', async () => (await import('./console/tickets/TicketsPage.tsx')).TicketsPage),
  page('tickets/new', async () => (await import('./console/tickets/new/ChooseKindPage.tsx')).ChooseKindPage),
  page('tickets/new/:kind', async () => (await import('./console/tickets/new/NewTicketPage.tsx')).NewTicketPage),
  page('tickets/:ticketId', async () => (await import('./console/tickets/TicketPage.tsx')).TicketPage),
  page('tasks', async () => (await import('./console/tasks/TasksPage.tsx')).TasksPage),
  page('tasks/:taskId', async () => (await import('./console/tasks/TaskPage.tsx')).TaskPage),
  page('clusters', async () => (await import('./console/clusters/ClustersPage.tsx')).ClustersPage),
  page('clusters/:clusterId', async () => (await import('./console/clusters/ClusterPage.tsx')).ClusterPage),
  page('findings', async () => (await import('./console/findings/FindingsPage.tsx')).FindingsPage),
  page('findings/:findingId', async () => (await import('./console/findings/FindingPage.tsx')).FindingPage),
  page('dictionary/:part?', async () => (await import('./console/dictionary/DictionaryPage.tsx')).DictionaryPage),
  page(
    'dictionary/of/:clusterId/:tableId',
    async () => (await import('./console/dictionary/DictionaryTablePage.tsx')).DictionaryTablePage,
  ),
  page('logs', async () => (await import('./console/logs/LogsPage.tsx')).LogsPage),
  page('fleet', async () => (await import('./console/fleet/FleetPage.tsx')).FleetPage),
  page('fleet/changes', async () => (await import('./console/fleet/ChangeFeedPage.tsx')).ChangeFeedPage),
  page('fleet/adopt', async () => (await import('./console/adoption/AdoptPage.tsx')).AdoptPage),
  page('fleet/adopt/:discoveryId', async () => (await import('./console/adoption/DiscoveryPage.tsx')).DiscoveryPage),
  page('fleet/:dimension', async () => (await import('./console/fleet/FleetPage.tsx')).FleetPage),
  { path: 'instances', loader: () => redirect('/fleet/instance') },
  page('instances/:instanceId/:part?', async () => (await import('./console/instances/InstancePage.tsx')).InstancePage),
  page('applications', async () => (await import('./console/applications/ApplicationsPage.tsx')).ApplicationsPage),
  page(
    'applications/:applicationId',
    async () => (await import('./console/applications/ApplicationPage.tsx')).ApplicationPage,
  ),
  page('catalogues/:part?', async () => (await import('./console/catalogues/CataloguesPage.tsx')).CataloguesPage),
  page('tables', async () => (await import('./console/tables/TablesPage.tsx')).TablesPage),
  page('tables/:table', async () => (await import('./console/tables/TablePage.tsx')).TablePage),
  page('hosts', async () => (await import('./console/hosts/HostsPage.tsx')).HostsPage),
  page('hosts/:hostId', async () => (await import('./console/hosts/HostPage.tsx')).HostPage),
  page('schedules', async () => (await import('./console/schedules/SchedulesPage.tsx')).SchedulesPage),
  page('self-check', async () => (await import('./console/self-check/SelfCheckPage.tsx')).SelfCheckPage),
  page('standards/:part?', async () => (await import('./console/standards/StandardsPage.tsx')).StandardsPage),
  page(
    'standards/clusters/:clusterId',
    async () => (await import('./console/standards/ClusterStandardPage.tsx')).ClusterStandardPage,
  ),
  page(
    'standards/of/:standardId/:version',
    async () => (await import('./console/standards/StandardVersionPage.tsx')).StandardVersionPage,
  ),
  page('sql-review/:part?', async () => (await import('./console/sql-review/SqlReviewPage.tsx')).SqlReviewPage),
  page('packages', async () => (await import('./console/packages/PackagesPage.tsx')).PackagesPage),
  page('administration/groups/:groupId', async () => (await import('./console/rights/GroupPage.tsx')).GroupPage),
  page(
    'administration/people/:userId',
    async () => (await import('./console/rights/PersonRightsPage.tsx')).PersonRightsPage,
  ),
  page('rights', async () => (await import('./console/rights/PersonRightsPage.tsx')).MyRightsPage),
  page('rights/:dimension/:id', async () => (await import('./console/rights/ThingRightsPage.tsx')).ThingRightsPage),
  page('why/:thing/:id', async () => (await import('./console/rights/WhyPage.tsx')).WhyPage),
  page(
    'administration/:part?',
    async () => (await import('./console/administration/AdministrationPage.tsx')).AdministrationPage,
  ),
  { path: '*', Component: NothingHere },
];

export const router = createBrowserRouter([
  {
    errorElement: <Crashed />,
    hydrateFallbackElement: <Loading />,
    children: [
      page('sign-in', async () => (await import('./console/sign-in/SignInPage.tsx')).SignInPage),
      page('first-run', async () => (await import('./console/sign-in/FirstRunPage.tsx')).FirstRunPage),
      {
        Component: Frame,
        children: [{ errorElement: <Crashed />, children: pages }],
      },
    ],
  },
]);
