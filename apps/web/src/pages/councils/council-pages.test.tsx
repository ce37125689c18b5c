// What a council tells everybody: never an invented number, always somebody to tell; and an administrator's choices.
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Council } from '../../features/councils/api/council.ts';
import { answerWith } from '../../testing/answers.ts';
import { renderPage } from '../../testing/render.tsx';
import { signedInAs } from '../../testing/signed-in.ts';
import { sayCouncilReach } from '../../words/words.ts';
import { Page as WhoLooked } from '../audit-entries/who-looked.tsx';
import { Page as Settings } from '../council-settings/council-settings.tsx';
import { Page as Accessibility } from './accessibility.tsx';
import { Page as Complaints } from './complaints.tsx';
import { Page as Contact } from './contact.tsx';
import { Page as Privacy } from './privacy.tsx';

const SILENT: Council = {
  slug: 'harbourside',
  name: 'Harbourside Council',
  on: '2026-11-02',
  contact: { telephone: '', email: '', address: '', hours: '' },
  safety: { emergencyTelephone: '999', telephone: '', email: '', hours: '' },
  privacy: { notice: '', email: '' },
  complaints: { process: '', telephone: '', email: '', answerDays: 0 },
  accessibility: { status: '', problems: '', burden: '', exempt: '', testedOn: '', testedBy: '', answerDays: 0 },
  versions: [
    { page: 'contact', dates: [] },
    { page: 'privacy', dates: [] },
    { page: 'complaints', dates: [] },
    { page: 'accessibility', dates: [] },
  ],
};
let council = SILENT;
let session: object = signedInAs('administrator');
const CHOSEN = {
  id: 'set_1',
  value: 5,
  fromDate: '2026-11-02',
  setAt: '2026-11-02T09:00:00Z',
  setByName: 'Ada',
  reason: '',
};
answerWith(() => ({
  '/api/session': session,
  '/api/councils/harbourside': council,
  '/api/council-settings': {
    today: '2026-11-02',
    items: [
      {
        key: 'autoConfirmDays',
        value: 5,
        default: 7,
        chosen: CHOSEN,
        later: [{ ...CHOSEN, id: 'set_2', value: 10, fromDate: '2027-04-01' }],
      },
      { key: 'toleranceBasisPoints', value: 500, default: 500, chosen: null, later: [] },
    ],
  },
}));
beforeEach(() => {
  council = SILENT;
  session = signedInAs('administrator');
  sayCouncilReach(null);
});

describe('a council that has not said how it is reached', () => {
  it.each([
    ['contact', Contact, /has not put its telephone number/],
    ['complaints', Complaints, /You can still complain/],
    ['privacy', Privacy, /has not put its privacy notice here yet/],
    ['accessibility', Accessibility, /has not said yet how far/],
  ])('says so on the page about %s', async (_, Page, words) => {
    await renderPage(<Page />);
    expect(await screen.findByText(words)).toBeTruthy();
  });
});

describe('a council that has said it', () => {
  it('is rung and written to from the contact page, with the emergency number first', async () => {
    council = {
      ...SILENT,
      contact: { telephone: '0161 496 0100', email: 'help@harbourside.example', address: '', hours: '' },
      safety: { emergencyTelephone: '999', telephone: '0161 496 0199', email: '', hours: '' },
    };
    await renderPage(<Contact />);
    expect((await screen.findByRole('link', { name: '0161 496 0100' })).getAttribute('href')).toBe('tel:01614960100');
    expect(screen.getByText(/in danger now, ring 999/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '0161 496 0199' })).toBeTruthy();
  });

  it('is written to by a link, also where the address stands in the midst of its own words', async () => {
    council = {
      ...SILENT,
      privacy: {
        notice: 'First.\n\nWrite to data@harbourside.example. We answer.',
        email: 'privacy@harbourside.example',
      },
    };
    await renderPage(<Privacy />);
    for (const address of ['data@harbourside.example', 'privacy@harbourside.example'])
      expect((await screen.findByRole('link', { name: address })).getAttribute('href')).toBe(`mailto:${address}`);
  });

  it('gives an earlier version its own link, by its first day', async () => {
    council = {
      ...SILENT,
      privacy: { notice: 'New.', email: '' },
      versions: [{ page: 'privacy', dates: ['2026-11-01', '2026-04-01'] }],
    };
    await renderPage(<Privacy />);
    expect((await screen.findByRole('link', { name: /1 April 2026/, hidden: true })).getAttribute('href')).toBe(
      '/privacy?on=2026-04-01',
    );
    expect(screen.getByText(/This version begins on .*1 November 2026/)).toBeTruthy();
  });

  it('is named with its number where a page says to tell the council', async () => {
    session = signedInAs('budget-holder', 'per_1');
    sayCouncilReach({
      councilReach: 'ring 0161 496 0100',
      safeguardingReach: 'ring 0161 496 0199',
      emergencyTelephone: '999',
    });
    await renderPage(<WhoLooked />, { at: '/people/per_1/who-looked', path: '/people/:personId/who-looked' });
    expect(await screen.findByText(/tell the council: ring 0161 496 0100/)).toBeTruthy();
  });
});

describe('somebody who belongs to no council yet', () => {
  it('chooses one where there are several', async () => {
    const choices = [
      { slug: 'harbourside', name: 'Harbourside' },
      { slug: 'moorland', name: 'Moorland' },
    ];
    session = { ...signedInAs('administrator'), signedIn: false, roles: [], councils: choices };
    await renderPage(<Contact />);
    expect((await screen.findByRole('link', { name: 'Moorland' })).getAttribute('href')).toBe(
      '/contact?council=moorland',
    );
  });
});

describe('the list of settings', () => {
  it('says what holds, since when and by whom, what begins later, and what comes by itself', async () => {
    await renderPage(<Settings />);
    const row = (await screen.findByText('Days until a visit confirms itself')).closest('div') as HTMLElement;
    expect(within(row).getByText('5 days')).toBeTruthy();
    expect(within(row).getByText(/Since .*2 November 2026, by Ada/)).toBeTruthy();
    expect(within(row).getByText(/10 days from .*1 April 2027/)).toBeTruthy();
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/council-settings/autoConfirmDays');
    const other = screen.getByText('How far over its plan a visit may go').closest('div') as HTMLElement;
    expect(within(other).getByText('5%')).toBeTruthy();
    expect(within(other).getByText('As it comes')).toBeTruthy();
  });

  it('offers an auditor no change', async () => {
    session = signedInAs('auditor');
    await renderPage(<Settings />);
    await screen.findByText('5 days');
    expect(screen.queryByRole('link', { name: /^Change/ })).toBeNull();
  });
});
