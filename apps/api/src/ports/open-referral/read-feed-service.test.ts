// Services of other people's feeds, in all three shapes, with everything that goes wrong in them.

import { describe, expect, it } from 'vitest';
import { plainLine, plainText } from './plain-text.ts';
import { readFeedService } from './read-feed-service.ts';

function read(value: Record<string, unknown>) {
  const answer = readFeedService({ id: 's1', name: 'Lunch club', ...value });
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer;
}
const service = (value: Record<string, unknown>) => read(value).service;

describe('a service of a feed', () => {
  it('is refused without an id or a name, and where it is no record', () => {
    for (const [value, code] of [
      [null, 'feed.not_a_service'],
      [[], 'feed.not_a_service'],
      ['x', 'feed.not_a_service'],
      [{ name: 'x' }, 'cell.missing'],
      [{ id: 'x', name: '\u200B' }, 'cell.missing'],
      [{ id: {}, name: 'x' }, 'cell.missing'],
    ] as const)
      expect(readFeedService(value)).toMatchObject({ ok: false, fault: { code } });
  });

  it('may be full of nulls, and of values that are something else than they should be', () => {
    const names = [
      'description',
      'email',
      'url',
      'status',
      'organization',
      'organisation',
      'service_at_locations',
      'locations',
    ];
    const lists = [
      'contacts',
      'schedules',
      'regular_schedules',
      'cost_options',
      'attributes',
      'taxonomies',
      'languages',
    ];
    for (const wrong of [
      null,
      0,
      -1,
      true,
      '',
      '\u0000',
      [],
      [null],
      [[]],
      {},
      { id: null },
      [{}],
      [{ id: null, location: null }],
      Number.NaN,
    ])
      for (const name of [...names, ...lists, 'eligibilitys', 'service_areas', 'phones', 'fees'])
        expect(service({ [name]: wrong })).toMatchObject({ id: 's1', name: 'Lunch club', costs: [], events: [] });
  });

  it('has the same places in all three shapes', () => {
    const address = { address_1: '1 High Street', city: 'Hale', postal_code: 'wa156sq' };
    const place = { name: 'The Hall', latitude: 53.4, longitude: '-2.34' };
    const expected = {
      id: '7',
      name: 'The Hall',
      addressLine: '1 High Street',
      city: 'Hale',
      postcode: 'WA15 6SQ',
      latitude: 53.4,
      longitude: -2.34,
    };
    for (const value of [
      { service_at_locations: [{ id: 'x', location: { id: '7', ...place, addresses: [address] } }] },
      { service_at_locations: [{ id: 'x', location: { id: 7, ...place, physical_addresses: [address] } }] },
      {
        locations: [
          {
            id: 7,
            name: 'The Hall',
            ...address,
            latitude: null,
            longitude: null,
            geometry: { type: 'Point', coordinates: [-2.34, 53.4] },
          },
        ],
      },
    ])
      expect(service(value).places).toEqual([expect.objectContaining(expected)]);
  });

  it('hides a place where the feed masks its address, and leaves out one that is not to be seen', () => {
    const { places } = service({
      locations: [
        { id: 1, name: 'Home', address_1: null, postal_code: 'WA15', mask_exact_address: true },
        { id: 2, name: 'Secret', visible: false },
      ],
    });
    expect(places).toMatchObject([{ name: 'Home', isHidden: true, postcode: null }]);
  });

  it('leaves out a point that is not in this country, and says so', () => {
    const { faults, service: one } = read({ locations: [{ name: 'The Hall', latitude: -2.3, longitude: 53.4 }] });
    expect(one.places).toMatchObject([{ latitude: null, longitude: null }]);
    expect(faults).toEqual([{ place: 'locations[0].latitude', code: 'feed.not_a_place' }]);
  });

  it('has whom to ask, and a telephone number with the 0 that it had lost', () => {
    const { service: one, faults } = read({
      contacts: [
        { id: 1, name: 'Ann', title: 'Cook', phones: [{ number: 1614960000 }] },
        { id: 2, name: 'Bob', visible: false, phone: '0161 496 0001' },
        { id: 3, name: 'Cyd', email: 'javascript:alert(1)' },
        { id: 4, name: 'Dee', phone: '496 0000' },
      ],
    });
    expect(one.contacts).toEqual([
      { name: 'Ann', role: 'Cook', telephone: '01614960000', email: null },
      { name: 'Dee', role: '', telephone: '496 0000', email: null },
    ]);
    expect(faults).toEqual([
      { place: 'contacts[0].phones[0].number', code: 'feed.telephone_mended' },
      { place: 'contacts[3].phone', code: 'feed.telephone_doubtful' },
    ]);
  });

  it('is on at its times: as events where there is a first day, else as openings or in words', () => {
    const { events, openings, whenTexts } = service({
      regular_schedules: [
        {
          dtstart: '2026-11-03',
          freq: 'WEEKLY',
          byday: 'TU',
          opens_at: '12:00:00',
          closes_at: '2pm',
          description: 'Lunch',
        },
        { weekday: 'Friday', opens_at: '9:30', closes_at: '11:00', dtstart: null },
        { description: 'Term time only' },
        { dtstart: '2026-11-03', opens_at: '14:00', closes_at: '12:00' },
      ],
    });
    expect(events).toMatchObject([{ name: 'Lunch', frequency: 'weekly', startTime: '12:00', endTime: '14:00' }]);
    expect(openings).toEqual([{ weekday: 5, startTime: '09:30', endTime: '11:00' }]);
    expect(whenTexts).toEqual(['Term time only']);
  });

  it('costs what it says, to the penny, or in words', () => {
    const { service: one, faults } = read({
      cost_options: [
        { option: 'Under 18s', amount: 4.9, amount_description: 'a session' },
        { option: 'Adults', amount: '£1,200.50', valid_from: '2026-04-01', valid_to: null },
        { option: 'Others', amount: 12.345 },
        { option: null, amount: null },
      ],
    });
    expect(one.costs).toMatchObject([
      { option: 'Under 18s', pence: 490n, words: 'a session' },
      { option: 'Adults', pence: 120_050n, validFrom: '2026-04-01' },
      { option: 'Others', pence: null },
    ]);
    expect(faults).toEqual([{ place: 'cost_options[2].amount', code: 'money.too_many_decimals' }]);
  });

  it('has no address on the web that is a script, has a password in it or is none', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://a:b@example.org',
      'not a site',
      'http://',
      'x'.repeat(400),
    ])
      expect(service({ url }).website, url).toBeNull();
    expect(service({ url: 'www.example.org/lunch' }).website).toBe('https://www.example.org/lunch');
  });

  it('knows whom it is of, by whichever spelling', () => {
    const identifiers = [{ identifier_scheme: 'GB-CHC', identifier_type: 'Charity number', identifier: '1234567' }];
    expect(
      service({ organization: { id: 'o1', name: 'Us', organization_identifiers: identifiers } }).organisation,
    ).toMatchObject({ id: 'o1', charityNumber: '1234567' });
    expect(service({ organisation: { id: 12, name: 'Us' } }).organisation).toMatchObject({ id: '12', name: 'Us' });
    expect(service({}).organisation).toMatchObject({ id: 'service s1', name: 'Lunch club' });
  });
});

describe('text of a feed', () => {
  it('is plain: without tags, scripts, or what cannot be seen', () => {
    expect(plainText('<p>Soup &amp; bread</p><script>steal()</script><ul><li>Hot</li><li>Free</li></ul>')).toBe(
      'Soup & bread\n\nHot\n\nFree',
    );
    expect(plainLine('&lt;img src=x onerror=alert(1)&gt;Lunch')).toBe('Lunch');
    expect(plainLine('Lu\u200Bnch \u202Eclub\u0007')).toBe('Lunch club');
    expect(plainLine('5 < 6 and AT&T')).toBe('5 < 6 and AT&T');
    for (const nothing of ['\u200D\u2800', '\uFE0F', '\u3164', '\uFFFC', '<p> </p>'])
      expect(plainLine(nothing)).toBe('');
    expect(plainLine('👩\u200D🍳 क्\u200Dष')).toBe('👩\u200D🍳 क्\u200Dष');
  });
});
