import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import { mustOperate, nowhere, type Place, rightsOf, rolesOn } from '../auth/index.ts';

/** Who may change what the platform knows by hand: those who operate it. */
export const mayChangeMetadata = mustOperate;

/**
 * Rights follow a cluster into the application and the environment it is put in, so whoever moves it there operates there too;
 * out of every application, only who operates everything.
 */
export function mayMoveTo(
  actor: Pick<Actor, 'roles' | 'rights'>,
  to: { readonly applicationId?: string | null | undefined; readonly environment?: string | undefined },
): Decision {
  const { applicationId, environment } = to;
  const places: Place[] = [
    ...(applicationId === undefined ? [] : [{ ...nowhere, application: applicationId }]),
    ...(environment === undefined ? [] : [{ ...nowhere, environment }]),
  ];
  const operates = (place: Place) => mustOperate({ roles: rolesOn(rightsOf(actor), [place]) }).allowed;
  return places.every(operates) ? yes : no('RIGHT_ON_SCOPE_NEEDED');
}
