// Sets up the providers, ISF holders and community groups of a made-up council, and where they are paid.

import type { FactSource } from '@support-market/api/features/listings/catalogue-facts.repo';
import { writeContacts } from '@support-market/api/features/listings/contacts.repo';
import { upsertOrganisations } from '@support-market/api/features/listings/organisation-writes.repo';
import { contactsOf } from '../fixtures/contacts.ts';
import { chanceOf } from '../fixtures/random.ts';
import type { Founding } from './council-shapes.ts';
import { writePayees } from './found-payees.ts';

/** A VAT number whose check digits are right and that was never given out. */
function vatNumberOf(sequence: number): string {
  const body = (9_100_000 + sequence * 37).toString();
  const sum = [8, 7, 6, 5, 4, 3, 2].reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  const check = (97 - (sum % 97)) % 97;
  return `GB${body}${check.toString().padStart(2, '0')}`;
}

/** The ids of providers, ISF holders and community groups, by key; a group's is `group/…`. */
export async function writeOrganisations(
  founding: Founding,
  councilId: string,
  from: FactSource,
): Promise<Map<string, string>> {
  const { tx, clock, fixture, source, timeline } = founding;
  const { today } = timeline;
  const sellers = [...fixture.providers, ...fixture.moneyHolders, ...fixture.brokers];
  const written = await upsertOrganisations(
    tx,
    clock,
    [
      ...sellers.map((provider, index) => {
        const chance = chanceOf(`organisation ${provider.key}`);
        const place = fixture.places.find(({ outward }) => outward === provider.outward);
        const domain = `${provider.key}.example`;
        return {
          source,
          sourceRef: provider.key,
          kind: provider.kind,
          name: provider.name,
          description: provider.about,
          size: provider.size,
          inHouse: provider.inHouse ?? false,
          addressLine: `${chance.whole(1, 90)} ${chance.pick(['Quay Road', 'Harbour Street', 'Mill Lane', 'Ropewalk', 'Castle Rise'])}`,
          city: fixture.city,
          postcode: place?.postcode ?? null,
          email: `hello@${domain}`,
          // 01632 960 is kept for drama by Ofcom: it is never answered.
          telephone: `01632 960${(100 + index).toString()}`,
          website: provider.size === 'one-person' ? null : `https://${domain}`,
          ...(provider.cqcRating
            ? {
                cqcLocationId: `1-9${(100_000_000 + fixture.bankSequence + index).toString()}`,
                cqcRating: provider.cqcRating,
                cqcCheckedOn: today.subtract({ days: chance.whole(5, 60) }),
              }
            : {}),
          ...(provider.charity ? { charityNumber: (1_990_000 + fixture.bankSequence + index).toString() } : {}),
          ...(provider.kind === 'agency' || provider.kind === 'business'
            ? { companyNumber: (99_000_000 + fixture.bankSequence + index).toString() }
            : {}),
          ...(provider.vat ? { vatNumber: vatNumberOf(fixture.bankSequence + index) } : {}),
          ...(provider.untaxed ? {} : { taxReference: (9_910_000_000 + fixture.bankSequence + index).toString() }),
          insuredUntil: provider.untaxed
            ? null
            : today.add({ days: provider.stale ? -chance.whole(10, 60) : chance.whole(30, 330) }),
          dbsCheckedOn: provider.kind === 'business' ? null : today.subtract({ days: chance.whole(20, 700) }),
          acceptsIsf: provider.acceptsIsf ?? false,
          confirmedOn: today.subtract({ days: provider.stale ? chance.whole(240, 330) : chance.whole(2, 110) }),
        };
      }),
      ...fixture.groups.map((group) => ({
        source,
        sourceRef: `group/${group.key}`,
        kind: 'community-group' as const,
        name: group.name,
        description: group.summary,
        size: 'small' as const,
        addressLine: group.addressLine,
        city: fixture.city,
        postcode: group.postcode,
        email: `${group.key}@groups.${fixture.slug}.example`,
        confirmedOn: group.lastConfirmedOn,
      })),
    ],
    from,
  );
  const keys = [...sellers.map(({ key }) => key), ...fixture.groups.map(({ key }) => `group/${key}`)];
  const ids = new Map(keys.map((key, index) => [key, written[index]?.id ?? '']));
  await writeContacts(tx, clock, [
    ...sellers.map(({ key, size }) => ({
      organisationId: ids.get(key) ?? '',
      contacts: contactsOf(key, size === 'one-person' ? 'Owner' : 'Manager', `${key}.example`, size === 'large'),
    })),
    ...fixture.groups.map(({ key }) => ({
      organisationId: ids.get(`group/${key}`) ?? '',
      contacts: contactsOf(key, 'Organiser', `groups.${fixture.slug}.example`, false),
    })),
  ]);
  await writePayees(
    founding,
    councilId,
    sellers.map((provider, index) => ({
      organisationId: ids.get(provider.key) ?? '',
      lineId: null,
      accountName: provider.name.replace(', personal assistant', ''),
      ...founding.bankAccount(10 + index),
    })),
  );
  return ids;
}
