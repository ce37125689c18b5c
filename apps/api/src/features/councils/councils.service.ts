// What a council tells everybody: how it is reached, and the pages that the law asks for, as they read on a day.

import { inTransaction } from '@support-market/db/transaction';
import { PUBLIC_PAGE_NAMES, PUBLIC_PAGES, type PublicPage } from '@support-market/domain/settings/council-settings';
import { parseDate } from '@support-market/domain/shared/local-time';
import { Temporal } from 'temporal-polyfill';
import type { AppContext } from '../../platform/context.ts';
import { found, unwrap } from '../../platform/problem-error.ts';
import { readSettings } from '../../platform/settings.repo.ts';
import { findCouncil, firstDaysOf } from './councils.repo.ts';

/** The council's public pages as they read on a day (today unless said); a day to come reads as today. */
export async function viewCouncil(context: AppContext, slug: string, onText: string | undefined) {
  const today = context.clock.today();
  const asked = onText === undefined ? today : unwrap(parseDate(onText), '/on');
  const on = Temporal.PlainDate.compare(asked, today) > 0 ? today : asked;
  const council = found(await findCouncil(context.reads, slug, context.config.demonstration));
  return inTransaction(context.reads, council.id, async (tx) => {
    const settings = await readSettings(tx, council.id, on);
    const days = await firstDaysOf(tx, council.id, today);
    const versionsOf = (page: PublicPage): Temporal.PlainDate[] => {
      const keys: readonly string[] = PUBLIC_PAGES[page];
      const texts = new Set(days.filter(({ key }) => keys.includes(key)).map(({ fromDate }) => fromDate.toString()));
      return [...texts].map((text) => Temporal.PlainDate.from(text));
    };
    const { privacyNotice, dataProtectionEmail } = settings;
    return {
      slug: council.slug,
      name: council.name,
      on,
      contact: {
        telephone: settings.contactTelephone,
        email: settings.contactEmail,
        address: settings.contactAddress,
        hours: settings.contactHours,
      },
      safety: {
        emergencyTelephone: settings.emergencyTelephone,
        telephone: settings.safeguardingTelephone,
        email: settings.safeguardingEmail,
        hours: settings.safeguardingHours,
      },
      privacy: { notice: privacyNotice, email: dataProtectionEmail },
      complaints: {
        process: settings.complaintsProcess,
        telephone: settings.complaintsTelephone,
        email: settings.complaintsEmail,
        answerDays: settings.complaintsAnswerDays,
      },
      accessibility: {
        status: settings.accessibilityStatus,
        problems: settings.accessibilityProblems,
        burden: settings.accessibilityBurden,
        exempt: settings.accessibilityExempt,
        testedOn: settings.accessibilityTestedOn,
        testedBy: settings.accessibilityTestedBy,
        answerDays: settings.accessibilityAnswerDays,
      },
      versions: PUBLIC_PAGE_NAMES.map((page) => ({ page, dates: versionsOf(page) })),
    };
  });
}
