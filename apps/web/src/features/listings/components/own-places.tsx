// Where a listing is offered, as its organisation keeps it: the main place first, with how to get in.
import type { ReactNode } from 'react';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { ListingChange, OwnListing } from '../api/own-records.ts';
import { keyed, OwnPart, type PartForm, RowsField, unkeyed } from './own-part.tsx';
import { Places } from './places.tsx';
import { ShowAddress, type Shown, showText, showValue } from './show-address.tsx';

type PlaceText = {
  /** Null: a place that is not kept yet. */
  readonly id: string | null;
  readonly name: string;
  readonly addressLine: string;
  readonly postcode: string;
  readonly accessNotes: string;
  readonly showAddress: Shown;
};
type PlacesSent = NonNullable<ListingChange['places']>;

const BLANK: PlaceText = { id: null, name: '', addressLine: '', postcode: '', accessNotes: '', showAddress: 'usual' };

const asTyped = (place: OwnListing['places'][number]): PlaceText => ({
  ...{ id: place.id, name: place.name, addressLine: place.addressLine, postcode: place.postcode ?? '' },
  ...{ accessNotes: place.accessNotes, showAddress: showValue(place.showAddress) },
});
const asSent = ({ id, name, addressLine, postcode, accessNotes, showAddress }: PlaceText): PlacesSent['main'] => ({
  ...{ id, name, addressLine, accessNotes, postcode: postcode || null, showAddress: showText(showAddress) },
});

function PlaceFields({
  at,
  place,
  set,
  errorAt,
}: {
  readonly at: string;
  readonly place: PlaceText;
  readonly set: (change: Partial<PlaceText>) => void;
  readonly errorAt: PartForm<Record<string, unknown>>['errorAt'];
}): ReactNode {
  const say = useWords('listings');
  const field = (name: string) => ({ id: `${at}.${name}`, error: errorAt(`${at}.${name}`) });
  return (
    <>
      <TextField
        {...field('name')}
        label={say('own.placeName')}
        hint={say('own.placeNameHint')}
        value={place.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        {...field('addressLine')}
        label={say('own.address')}
        optional
        value={place.addressLine}
        onChange={(addressLine) => set({ addressLine })}
      />
      <TextField
        {...field('postcode')}
        label={say('own.postcode')}
        optional
        width={10}
        value={place.postcode}
        onChange={(postcode) => set({ postcode })}
      />
      <TextArea
        {...field('accessNotes')}
        label={say('own.access')}
        hint={say('own.accessHint')}
        optional
        rows={2}
        maxLength={500}
        value={place.accessNotes}
        onChange={(accessNotes) => set({ accessNotes })}
      />
      <ShowAddress
        id={`${at}.showAddress`}
        value={place.showAddress}
        onChange={(showAddress) => set({ showAddress })}
      />
    </>
  );
}

export function OwnPlaces({
  places,
  onSave,
}: {
  readonly places: OwnListing['places'];
  readonly onSave: (places: PlacesSent) => Promise<void>;
}): ReactNode {
  const say = useWords('listings');
  const main = places.find((place) => place.main);
  return (
    <OwnPart
      title={say('page.placesLabel')}
      initial={{
        main: main ? asTyped(main) : BLANK,
        further: keyed(places.filter((place) => !place.main).map(asTyped)),
      }}
      read={
        places.length === 0 ? (
          <p>{say('own.none')}</p>
        ) : (
          <>
            <Places places={places.map((place) => ({ ...place, addressShown: true }))} />
            {places.some(({ addressShown }) => !addressShown) && <p className="sm-soft">{say('own.hidden')}</p>}
          </>
        )
      }
      fields={(form) => (
        <>
          {places.length > 0 && <p className="sm-soft">{say('own.placesHint')}</p>}
          <fieldset className="govuk-fieldset sm-stack">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{say('own.mainPlace')}</legend>
            <PlaceFields
              at="places.main"
              place={form.values.main}
              set={(change) => form.set({ main: { ...form.values.main, ...change } })}
              errorAt={form.errorAt}
            />
          </fieldset>
          <RowsField
            rows={form.values.further}
            blank={BLANK}
            legend={(number) => say('own.placeNumber', { number: number + 1 })}
            add={say('own.addPlace')}
            onChange={(further) => form.set({ further: [...further] })}
            fields={(row, index, set) => (
              <PlaceFields at={`places.further.${index}`} place={row} set={set} errorAt={form.errorAt} />
            )}
          />
        </>
      )}
      onSave={(values) => onSave({ main: asSent(values.main), further: unkeyed(values.further).map(asSent) })}
    />
  );
}
