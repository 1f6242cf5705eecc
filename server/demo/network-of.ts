import type { MadeAdult, MadeFamily } from './made.ts';

/** Who is around the children, as rows of the family's network. */
export function networkOf(family: MadeFamily): Record<string, unknown>[] {
  return family.adults.map((adult) => ({
    ...{ id: `network-${adult.id}`, personId: adult.id, relationshipToEachChild: relation(adult, family) },
    livesInHousehold: adult.home ? 'yes' : 'no',
    mainCarer: adult.is === 'mother' ? 'yes' : 'no',
    inSafetyNetwork: adult.is === 'grandmother' ? 'yes' : 'not-known',
  }));
}

/** What somebody is to each child, as a practitioner writes it down. */
function relation({ is, of }: MadeAdult, { children }: MadeFamily): string {
  if (is === 'mother') return 'Mother';
  if (is === 'grandmother') return 'Maternal grandmother';
  const names = (own: boolean): string =>
    children
      .filter(({ id }) => of.includes(id) === own)
      .map(({ firstNames }) => firstNames || 'the baby')
      .join(' and ');
  return of.length === children.length ? 'Father' : `Father of ${names(true)}; stepfather of ${names(false)}`;
}
