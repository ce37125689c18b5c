// A council of nothing to its first paid provider, as docs/how-to/found-a-council.md says: by pages and files alone.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { expectGoodPage, settled } from '../support/eyes.ts';
import { arrive, hear } from '../support/keyboard.ts';
import { type Device, openDevice, WIDE } from '../support/people.ts';
import { type RealCouncil, startRealCouncil } from '../support/real-council.ts';

/** A Monday morning. */
const FOUNDED = '2026-11-02T09:00:00Z';
/** The first visit is over, in the evening of the next day. */
const VISITED = '2026-11-03T19:00:00Z';
/** The night in which the week has ended and its visits are billed. */
const BILLED = '2026-11-09T09:00:00Z';
const PASSWORD = 'purple kettle morning';
const ADMINISTRATOR = 'ada@riverside.example';

const POSTCODES = 'postcode,lat,lon\nHB9 1AA,53.40,-2.30\nHB9 2BB,53.41,-2.31';
const PROVIDERS = [
  'provider_reference,provider,kind,listing_reference,listing,category,offer,unit,price,agreed_price,from,until,city,postcode,email,billing_period,self_billing_agreed_on',
  'P1,Kestrel Home Care,agency,L1,Help at home with Kestrel,help-at-home,An hour of help,hour,24.00,22.50,2026-04-01,2027-03-31,Riverside,HB9 2BB,office@kestrel.example,weekly,2026-10-01',
].join('\n');
const PEOPLE = [
  'reference,full_name,called,care_group,address,postcode,telephone,budget_from,budget_until,cost,contribution,line_reference,line,stream,arrangement,amount',
  'R-1,Edith Moran,Edie,older-people,3 Weir Lane,HB9 1AA,01632 960001,2026-04-01,2027-03-31,6000.00,0.00,R-1-SC,Social care,social-care,council-managed,6000.00',
].join('\n');
const CASELOADS = 'email,person_reference,from,until\npia@riverside.example,R-1,2026-11-02,2027-03-31';

let browser: Browser;
let council: RealCouncil;
const devices: Device[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  council = await startRealCouncil(FOUNDED);
});
afterAll(async () => {
  await browser?.close();
  await council?.close();
});

async function openPage(): Promise<Page> {
  const device = await openDevice(browser, council.url, WIDE);
  devices.push(device);
  return device.page;
}

async function press(page: Page, role: 'button' | 'link', name: RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  await target.click({ timeout: 20_000 }).catch(async (error: Error) => {
    throw new Error(`no ${role} ${name}. The page says: ${await page.locator('main').textContent()}`, { cause: error });
  });
  await settled(page);
}

const fill = (page: Page, label: RegExp, text: string): Promise<void> => page.getByLabel(label).first().fill(text);

async function signIn(email: string): Promise<Page> {
  const page = await openPage();
  await page.goto('/sign-in');
  await settled(page);
  await fill(page, /^Email/, email);
  await fill(page, /^Password/, PASSWORD);
  await press(page, 'button', /^Sign in$/);
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  await settled(page);
  return page;
}

/** Follows the link in the mail, chooses a password, and signs in. */
async function join(email: string, name: string): Promise<Page> {
  const page = await openPage();
  await page.goto(await council.linkFor(email));
  await settled(page);
  await fill(page, /^Your name/, name);
  await fill(page, /^Choose a password/, PASSWORD);
  await press(page, 'button', /^Accept the invitation$/);
  await hear(page, /You can sign in now/);
  return signIn(email);
}

async function invite(page: Page, email: string, role: string, more: (page: Page) => Promise<void> = async () => {}) {
  await press(page, 'link', /^Accounts$/);
  await press(page, 'link', /^Invite someone$/);
  await fill(page, /^Their email/, email);
  await page.getByLabel(/^What will they do here/).selectOption({ label: role });
  await more(page);
  await press(page, 'button', /^Send the invitation$/);
  await hear(page, new RegExp(`${email} has a link`));
}

async function bringIn(page: Page, kind: RegExp, text: string): Promise<void> {
  await press(page, 'link', /^Bring in data$/);
  await page.getByRole('radio', { name: kind }).check();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await press(page, 'button', /^Show what it would do$/);
  await hear(page, /^This is what file.csv would do/);
  await press(page, 'button', /^Take \d+ rows?$/);
  await hear(page, /^The file is taken/);
}

async function typeAccount(page: Page, name: string, sortCode: string, number: string): Promise<void> {
  await fill(page, /^Name on the account/, name);
  await fill(page, /^Sort code/, sortCode);
  await fill(page, /^Account number/, number);
}

it('a founded council reaches its first paid provider by pages and files alone', async () => {
  const founded = await council.found({
    council: {
      name: 'Riverside Council',
      slug: 'riverside',
      code: 'RIV',
      email: 'support@riverside.example',
      addressLine: 'Town Hall, High Street',
      city: 'Riverside',
      postcode: 'HB9 1AA',
    },
    administrator: { name: 'Ada Lovelace', email: ADMINISTRATOR },
  });
  expect(founded).toMatchObject({ ok: true });

  // The administrator: how to reach the council, who works here, and what is known already.
  const administrator = await join(ADMINISTRATOR, 'Ada Lovelace');
  await press(administrator, 'link', /^Council settings$/);
  await press(administrator, 'link', /^Change Telephone/);
  await fill(administrator, /^New answer/, '01632 960900');
  await press(administrator, 'button', /^Save this choice$/);
  await hear(administrator, /^Saved/);
  await bringIn(administrator, /^Postcodes/, POSTCODES);
  await bringIn(administrator, /^Providers/, PROVIDERS);
  await bringIn(administrator, /^People/, PEOPLE);
  await invite(administrator, 'fin@riverside.example', 'Finance officer');
  await invite(administrator, 'flo@riverside.example', 'Finance officer');
  await invite(administrator, 'pia@riverside.example', 'Practitioner');
  await invite(administrator, 'office@kestrel.example', 'Provider', async (page) => {
    await fill(page, /^Part of the organisation’s name/, 'Kestrel');
    await press(page, 'button', /^Find organisations$/);
    await page.getByRole('radio', { name: 'Kestrel Home Care' }).check();
  });
  await invite(administrator, 'edie@people.example', 'Budget holder', (page) =>
    fill(page, /^Reference of the person/, 'R-1'),
  );
  const practitioner = await join('pia@riverside.example', 'Pia Novak');
  await bringIn(administrator, /^Who works with whom/, CASELOADS);
  await practitioner.reload();
  await hear(practitioner, /Edith Moran|Edie/);

  // Two finance officers: the account that pays.
  const finance = await join('fin@riverside.example', 'Fin Okafor');
  await press(finance, 'link', /^Funders$/);
  await expectGoodPage(finance, 'n1-funders');
  await finance
    .getByRole('row', { name: /Riverside Council/ })
    .getByRole('link', { name: /^Set the account/ })
    .click();
  await settled(finance);
  await typeAccount(finance, 'Riverside Council', '200000', '55779911');
  await press(finance, 'button', /^Propose this account$/);
  await hear(finance, /^Proposed\. Another officer must release it/);
  const second = await join('flo@riverside.example', 'Flo Grant');
  await press(second, 'link', /^Funders$/);
  await press(second, 'link', /^See what waits/);
  await press(second, 'button', /^Release this account$/);
  await hear(second, /^Released\./);

  // The person orders an hour of tomorrow; the provider comes.
  const person = await join('edie@people.example', 'Edith Moran');
  await hear(person, /That is about £/);
  await press(person, 'link', /^Find support$/);
  await fill(person, /^What would help/, 'Kestrel');
  await person.keyboard.press('Enter');
  await press(person, 'link', /^Help at home with Kestrel/);
  await press(person, 'link', /^Add to basket/);
  await person.getByRole('radio', { name: /^Once/ }).check();
  await fill(person, /^Day$/, '3');
  await fill(person, /^Month$/, '11');
  await fill(person, /^Year$/, '2026');
  await fill(person, /^What time/, '10am');
  await person.getByLabel(/^For how long/).selectOption({ label: '2 hours' });
  await press(person, 'button', /^Add to basket$/);
  await arrive(person, /^Your basket$/);
  await press(person, 'link', /^Go on to the last page$/);
  await press(person, 'button', /^Place the order$/);
  await arrive(person, /^Your order is placed$/);

  // The provider says where it is paid, which an officer agrees to, and accepts the order.
  const provider = await join('office@kestrel.example', 'Kit Marsh');
  await press(provider, 'link', /^Your bank account$/);
  await typeAccount(provider, 'Kestrel Home Care Ltd', '200000', '55779911');
  await press(provider, 'button', /^Use this account$/);
  await hear(provider, /^Thank you\. We have sent a mail/);
  await press(second, 'link', /^Bank accounts$/);
  await second.getByRole('checkbox', { name: 'Kestrel Home Care' }).check();
  await press(second, 'button', /^Release 1 account$/);
  await hear(second, /in force now/);

  await press(provider, 'link', /^Orders$/);
  await press(provider, 'link', /RIV|ORD|O-/);
  await press(provider, 'button', /^Yes, accept the order$/);
  await hear(provider, /^You accepted this order/);
  await council.goOn(VISITED);
  const provided = await signIn('office@kestrel.example');
  await press(provided, 'link', /^This week$/);
  await press(provided, 'link', /^Enter the times/);
  await fill(provided, /^Who came/, 'Wren Tarbuck');
  await fill(provided, /^From$/, '10am');
  await fill(provided, /^Until$/, '12pm');
  await press(provided, 'button', /^Save the times$/);
  await hear(provided, /^Saved: 120 minutes, £45\.00/);
  const confirming = await signIn('edie@people.example');
  await press(confirming, 'link', /^Visits to confirm$/);
  await press(confirming, 'button', /^Yes, they came/);
  await hear(confirming, /^Thank you\. One visit is confirmed\.$/);

  // The week is over: the invoice is there by itself, and two officers pay it.
  await council.goOn(BILLED);
  const proposing = await signIn('fin@riverside.example');
  await press(proposing, 'link', /^Payment runs$/);
  await press(proposing, 'link', /^See what a run would pay/);
  await press(proposing, 'button', /^Propose this run$/);
  await arrive(proposing, /^Payment run RUN-/);
  const authorising = await signIn('flo@riverside.example');
  await press(authorising, 'link', /^Payment runs$/);
  await press(authorising, 'link', /RUN-/);
  await press(authorising, 'button', /^Authorise £45\.00/);
  await press(authorising, 'button', /^Make the bank file$/);
  const link = authorising.getByRole('link', { name: /^Download the bank file/ }).first();
  const file = await authorising.context().request.get((await link.getAttribute('href')) ?? '');
  await authorising.locator('input[type=file]').setInputFiles({
    name: 'status.xml',
    mimeType: 'application/xml',
    buffer: Buffer.from(allPaid(await file.text())),
  });
  await press(authorising, 'button', /^Take in the report$/);
  await hear(authorising, /^1 paid, 0 came back/);
  const told = await signIn('office@kestrel.example');
  await press(told, 'link', /^Money coming$/);
  await hear(told, /Paid/);
  await hear(told, /£45\.00/);

  expect(await council.wrong()).toEqual([]);
  expect(devices.flatMap(({ takeTroubles }) => takeTroubles())).toEqual([]);
});

/** A bank's status report (pain.002) that says of every payment in the file that it was paid. */
function allPaid(file: string): string {
  const one = (tag: string): string => new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(file)?.[1] ?? '';
  const payments = [...file.matchAll(/<EndToEndId>([^<]+)<\/EndToEndId>/g)].map(([, id]) => id);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>',
    `<GrpHdr><MsgId>STATUS-1</MsgId><CreDtTm>${BILLED}</CreDtTm></GrpHdr>`,
    `<OrgnlGrpInfAndSts><OrgnlMsgId>${one('MsgId')}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>`,
    `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${one('PmtInfId')}</OrgnlPmtInfId>`,
    ...payments.map((id) => `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>`),
    '</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>',
  ].join('');
}
