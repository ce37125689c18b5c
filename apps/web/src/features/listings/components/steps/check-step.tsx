// The last look before it is sent: what is said, what still lacks, and what happens when it is sent.
import type { ReactNode } from 'react';
import { paths } from '../../../../paths.ts';
import { Button, ButtonRow, LinkButton, TextLink } from '../../../../ui/button.tsx';
import { SummaryList } from '../../../../ui/lists.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { useWords } from '../../../../words/use-words.ts';
import type { OwnListing, OwnOffers, OwnOrganisation } from '../../api/own-records.ts';
import { useKinds } from '../kinds.ts';
import { useListingWords } from '../listing-words.ts';
import { type ListingStep, pricesNow, stepOf } from './listing-steps.ts';

const isUnsent = ({ state }: OwnListing): boolean => state === 'draft' || state === 'changes-asked';

/** What still lacks, each with the way to where it is said. */
export function Lacking({ own }: { readonly own: OwnListing }): ReactNode {
  const say = useWords('listings');
  return (
    <Notice kind="warn" title={say('steps.check.lacking')}>
      <ul className="govuk-list govuk-list--bullet">
        {own.missing.map((need) => (
          <li key={need}>
            <TextLink href={paths.providerListingChange(own.id, stepOf(need))}>
              {say(`steps.check.needs.${need}`)}
            </TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function CheckStep({
  own,
  offers,
  organisation,
  busy,
  onSend,
}: {
  readonly own: OwnListing;
  readonly offers: OwnOffers;
  readonly organisation: OwnOrganisation;
  readonly busy: boolean;
  readonly onSend: () => void;
}): ReactNode {
  const { say, price } = useListingWords();
  const { nameOf } = useKinds();
  const prices = pricesNow(offers).map(
    ({ name, pricePence, unit }) => `${name}: ${price({ pence: pricePence, unit })}`,
  );
  const main = own.places.find((place) => place.main);
  const row = (step: ListingStep, label: string, value: string) => ({
    key: step,
    label,
    value: (
      <>
        {value || say('own.none')}{' '}
        <TextLink href={paths.providerListingChange(own.id, step)} about={label}>
          {say('own.change')}
        </TextLink>
      </>
    ),
  });
  return (
    <>
      {own.changesAsked !== null && (
        <Notice kind="warn" title={say('steps.check.asked')}>
          <p>{own.changesAsked}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          row(
            'what',
            say('own.fields.title'),
            [own.title, nameOf(own.categories.main), own.summary].filter(Boolean).join(', '),
          ),
          row('where', say('page.whereLabel'), [main?.name, main?.postcode].filter(Boolean).join(', ')),
          row(
            'when',
            say('page.whenLabel'),
            [own.whenText, ...own.events.map(({ name }) => name)].filter(Boolean).join(', '),
          ),
          row('price', say('steps.check.price'), own.free ? say('filter.free') : prices.join('. ')),
          row(
            'reach',
            say('steps.check.reach'),
            [organisation.telephone, organisation.email, organisation.website].filter(Boolean).join(', '),
          ),
        ]}
      />
      <p>
        <LinkButton look="secondary" href={paths.providerPreview(own.id)}>
          {say('steps.check.see')}
        </LinkButton>
      </p>
      {own.missing.length > 0 && <Lacking own={own} />}
      {isUnsent(own) && own.missing.length === 0 && (
        <>
          <p>{say(own.looksFirst ? 'steps.check.looksFirst' : 'steps.check.atOnce')}</p>
          <ButtonRow>
            <Button busy={busy} onPress={onSend}>
              {say(own.looksFirst ? 'steps.check.send' : 'own.draft.publish')}
            </Button>
          </ButtonRow>
        </>
      )}
      {!isUnsent(own) && (
        <ButtonRow>
          <LinkButton href={paths.providerListing(own.id)}>{say('steps.check.done')}</LinkButton>
        </ButtonRow>
      )}
    </>
  );
}
