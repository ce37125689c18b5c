// Writes a file of services as somebody else's Open Referral feed has them: each at its organisation and a place, with whom to
// ask, what it costs, when it is on and what kind of support it is.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const KINDS = [
  ...[
    'Home care',
    'Day centre',
    'Lunch club',
    'Befriending',
    'Gardening',
    'Swimming',
    'Badminton',
    'Art class',
    'Choir',
  ],
  ...['Memory cafe', 'Counselling', 'Community transport', 'Cleaning', 'Cooking', 'Football', 'Walking group'],
];
const WHO = ['older people', 'young people', 'carers', 'families', 'people with dementia', 'deaf people', 'everyone'];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const SERVICES_OF_ONE = 7;

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** One of them. */
export function openReferralService(index: number) {
  const seller = Math.floor(index / SERVICES_OF_ONE);
  const kind = pick(KINDS, index);
  const who = pick(WHO, Math.floor(index / 3));
  const place = {
    id: `place-${index}`,
    name: `Hall ${index % 97}`,
    latitude: 53.4 + (index % 900) / 10_000,
    longitude: -2.3 - (index % 700) / 10_000,
    addresses: [
      {
        address_1: `${1 + (index % 300)} Station Road`,
        city: 'Harbourside',
        postal_code: `HB${1 + (index % 9)} ${1 + (Math.floor(index / 9) % 9)}AA`,
      },
    ],
    accessibility: [{ description: 'There is a ramp at the side door.' }],
  };
  return {
    id: `service-${index}`,
    name: `${kind} for ${who} ${index}`,
    description: `A friendly ${kind.toLowerCase()} where ${who} are welcome. We meet in ward ${index % 60} and we can help with getting there. Ask us about times and how to join; a carer or a friend may come too.`,
    url: `https://service${index}.example.org`,
    status: 'active',
    minimum_age: 18,
    organization: {
      id: `organisation-${seller}`,
      name: `Harbour Support ${seller}`,
      description: `We have been here for people since ${1950 + (seller % 70)}.`,
      website: `https://organisation${seller}.example.org`,
    },
    service_at_locations: [{ id: `at-${index}`, location: place }],
    contacts: [
      {
        id: `contact-${index}`,
        name: `Reception ${index % 50}`,
        title: 'Reception',
        phones: [{ number: `0161 496 0${String(index % 1_000).padStart(3, '0')}` }],
      },
    ],
    cost_options:
      index % 3 === 0
        ? []
        : [{ option: 'A session', amount: 3 + (index % 20), amount_description: 'for each session' }],
    schedules: [
      {
        freq: 'WEEKLY',
        byday: pick(DAYS, index),
        dtstart: '2026-01-05',
        opens_at: '10:00',
        closes_at: '12:00',
        description: kind,
      },
    ],
    attributes: [{ taxonomy_term: { id: `term-${index % KINDS.length}`, name: kind } }],
  };
}

/** One list, as a feed is given in a file. */
export async function writeOpenReferralFile(path: string, services: number): Promise<void> {
  const out = createWriteStream(path);
  for (let index = 0; index < services; index += 1)
    if (!out.write(`${index === 0 ? '[' : ',\n'}${JSON.stringify(openReferralService(index))}`))
      await once(out, 'drain');
  out.end(']\n');
  await finished(out);
}
