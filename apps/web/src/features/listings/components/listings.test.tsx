// The catalogue's components, drawn with a real shape of answer, through the accessibility checker and read as a person would.
import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { renderPage } from '../../../testing/render.tsx';
import type { FoundListing } from '../api/search-listings.ts';
import { People } from './contact-list.tsx';
import { ListingResult } from './listing-result.tsx';
import { MyPrice } from './my-price.tsx';
import { Places } from './places.tsx';
import { ResultsMap } from './results-map.tsx';
import { SafeLink } from './safe-link.tsx';
import { ToldBy } from './told-by.tsx';

const LISTING: FoundListing = {
  id: 'lst_care00000000000000000000',
  slug: 'care-at-home',
  title: 'Care at home',
  summary: 'Help to wash and dress',
  kind: 'service',
  category: { slug: 'personal-care', name: 'Washing, dressing and personal care' },
  organisation: { slug: 'bright-care', name: 'Bright Care', size: 'small', acceptsIsf: true },
  venue: '',
  postcode: 'M33 5BP',
  latitude: 53.43,
  longitude: -2.34,
  distanceMetres: 1609,
  servesMetres: 8000,
  free: false,
  hasSpace: true,
  evenings: true,
  weekends: false,
  accessible: false,
  stale: false,
  languages: [],
  offers: 2,
  fromPrice: { pence: 2200, unit: 'hour' },
  myPrice: { pence: 1920, unit: 'hour', why: 'agreed' },
  marks: [{ kind: 'regulated', detail: 'Good', date: '2026-05-01' }],
};

const STRANGER = { personId: undefined, own: false, lineId: undefined, lineName: undefined };

async function faults(container: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, 'heading-order': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id }) => id);
}

it('a result says what, who, how far, my price and why it differs, space, and what was checked when', async () => {
  const { container } = await renderPage(<ListingResult listing={LISTING} number={1} forWhom={STRANGER} />);
  const text = container.textContent ?? '';
  for (const words of [
    'Care at home',
    'Bright Care',
    '1 mile away',
    '£19.20 an hour',
    'Your council agreed this price. Anyone else pays £22.00 an hour.',
    'Has space',
    'Rated Good by the Care Quality Commission',
    'Checked 1 May 2026',
  ]) {
    expect(text).toContain(words);
  }
  expect(await faults(container)).toEqual([]);
});

it('own money is told that it pays the public price', async () => {
  await renderPage(
    <ListingResult
      listing={{ ...LISTING, myPrice: { pence: 2200, unit: 'hour', why: 'own-money' } }}
      number={null}
      forWhom={STRANGER}
    />,
  );
  expect(screen.getByText('The public price, because it is not the council’s money.')).toBeTruthy();
});

it('a listing of which one thing costs nothing says so, and not “from £0.00”', async () => {
  const at = (offers: number) => (
    <MyPrice fromPrice={{ pence: 0, unit: 'week' }} myPrice={null} free={false} offers={offers} />
  );
  const { container } = await renderPage(
    <>
      {at(1)}
      {at(3)}
    </>,
  );
  expect([...container.querySelectorAll('.sm-price')].map(({ textContent }) => textContent)).toEqual([
    'Free',
    'Some of it is free',
  ]);
});

it('a website that somebody typed is a link only when it leads to the web', async () => {
  const { container } = await renderPage(
    <>
      <SafeLink address="javascript:alert(1)" />
      <SafeLink address="www.bright-care.example/" />
    </>,
  );
  const links = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['https://www.bright-care.example/']);
});

it('the map is silent to screen readers, since the list says all of it', async () => {
  const { container } = await renderPage(
    <ResultsMap
      spots={[{ number: 1, latitude: 53.43, longitude: -2.34 }]}
      centre={{ latitude: 53.4, longitude: -2.33, name: 'WA15' }}
    />,
  );
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  expect(container.textContent).toContain('Around WA15');
  expect(await faults(container)).toEqual([]);
});

it('every place is told with its address and how to get in, and whom to ask with what they speak', async () => {
  const place = {
    id: 'a',
    name: 'Old Hall',
    addressLine: '1 Quay Road',
    postcode: 'HB1 1AB',
    accessNotes: '',
    addressShown: true,
  };
  const asha = { id: 'c', name: 'Asha Marlow', role: 'Manager', telephone: '01632 960500', email: null };
  const { container } = await renderPage(
    <>
      <Places places={[place, { ...place, id: 'b', name: 'New Hall', accessNotes: 'There is a ramp.' }]} />
      <ToldBy
        name="Bright Care"
        lastChecked="2026-11-03"
        fromFile={{ councilName: 'Harbourside Council', on: '2026-10-01' }}
      />
      <People contacts={[{ ...asha, languages: ['English', 'Urdu'] }]} />
    </>,
  );
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Old Hall, 1 Quay Road, HB1 1AB',
    'New Hall, 1 Quay Road, HB1 1ABThere is a ramp.',
  ]);
  expect(container.textContent).toContain('Last checked by Bright Care on 3 November 2026.');
  expect(container.textContent).toContain('From Harbourside Council, 1 October 2026.');
  expect(screen.getByRole('link', { name: '01632 960500' }).getAttribute('href')).toBe('tel:01632960500');
  expect(container.textContent).toContain('Speaks English, Urdu');
  expect(await faults(container)).toEqual([]);
});
