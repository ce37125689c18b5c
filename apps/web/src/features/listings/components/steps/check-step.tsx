// The last look before it is sent: what is said, what still lacks, and what happens when it is sent.
import type { ReactNode } from 'react';
import { paths } from '../../../../paths.ts';
import { Button, ButtonRow, LinkButton, TextLink } from '../../../../ui/button.tsx';
import { SummaryList } from '../../../../ui/lists.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { useWords } from '../../../../words/use-words.ts';
import type { OwnListing } from '../../api/own-records.ts';
import { useKinds } from '../kinds.ts';
import { type ListingStep, stepOf } from './listing-steps.ts';

const isUnsent = ({ state }: OwnListing): boolean => state === 'draft' || state === 'changes-asked';

/** What still lacks, each with the way to where it is said. */
export function Lacking({ own }: { readonly own: OwnListing }): ReactNode {
  const say = useWords('listings');
  return (
    <Notice kind="warn" title={say('steps.check.lacking')}>
      <ul className="govuk-list govuk-list--bullet">
        {own.missing.map((need) => (
          <li key={need}>
            <TextLink href={paths.providerListingStep(own.id, stepOf(need))}>
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
  busy,
  onSend,
}: {
  readonly own: OwnListing;
  readonly busy: boolean;
  readonly onSend: () => void;
}): ReactNode {
  const say = useWords('listings');
  const { nameOf } = useKinds();
  const main = own.places.find((place) => place.main);
  const row = (step: ListingStep, label: string, value: string) => ({
    key: step,
    label,
    value: (
      <>
        {value || say('own.none')}{' '}
        <TextLink href={paths.providerListingStep(own.id, step)} about={label}>
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
          row('what', say('own.fields.title'), [own.title, nameOf(own.categories.main)].join(', ')),
          row('where', say('page.whereLabel'), [main?.name, main?.postcode].filter(Boolean).join(', ')),
          row('when', say('page.whenLabel'), own.whenText),
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
