// What a made-up council tells everybody about itself, so that every page that gives its number has one to give.
// Telephone numbers are of the range that Ofcom keeps free for drama.

import type { SettingKey } from '@support-market/domain/settings/council-settings';
import type { CouncilFixture } from './council-shapes.ts';

const OFFICE_HOURS = 'Monday to Friday, 9am to 5pm';

const COMPLAINTS = `Tell the person you usually speak to first, if you can. They may be able to put it right at once.

If that does not help, write to us or ring us. Say what happened, when, and what you would like us to do. Somebody can help you to do this, and nothing is taken away from you because you complained.

A manager who had no part in it looks at your complaint and answers you in writing.`;

const PRIVACY = `We use what you tell us to agree your budget, to pay for your support and to show how public money was spent. The law that lets us is the Care Act 2014.

A provider you order from is told what it needs to come to you. No one else is told without a reason in law.

You can ask to see what we keep, and to have it put right.`;

/** The settings that a made-up council chose on its first day; it has not judged the website's accessibility. */
export function madeUpChoices(
  { slug, name, addressLine, city }: Pick<CouncilFixture, 'slug' | 'name' | 'addressLine' | 'city'>,
  postcode: string,
): readonly { readonly key: SettingKey; readonly value: string | number }[] {
  return [
    { key: 'contactTelephone', value: '0161 496 0100' },
    { key: 'contactEmail', value: `support@${slug}.example` },
    { key: 'contactAddress', value: [name, addressLine, city, postcode].join('\n') },
    { key: 'contactHours', value: OFFICE_HOURS },
    { key: 'safeguardingTelephone', value: '0161 496 0199' },
    { key: 'safeguardingEmail', value: `safeguarding@${slug}.example` },
    { key: 'safeguardingHours', value: 'Every day, all day and night' },
    { key: 'privacyNotice', value: PRIVACY },
    { key: 'dataProtectionEmail', value: `privacy@${slug}.example` },
    { key: 'complaintsProcess', value: COMPLAINTS },
    { key: 'complaintsEmail', value: `complaints@${slug}.example` },
    { key: 'complaintsAnswerDays', value: 20 },
    { key: 'accessibilityAnswerDays', value: 10 },
  ];
}
