// One thing for one person: when, how long, and which money pays. Everything asked is about this offer only.
import { type ReactNode, useState } from 'react';
import { type OfferedMoment, offeredMoments } from '../../../api/clock-choices.ts';
import { addDays, sayClock, sayDate, sayDay } from '../../../format/dates.ts';
import { useToday } from '../../../format/server-clock.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkboxes, Radios, Select } from '../../../ui/choice-field.tsx';
import { DateField, dateFromParts, EMPTY_DATE, partsFromDate } from '../../../ui/date-field.tsx';
import { Form, useFormState } from '../../../ui/form.tsx';
import { parseClock, TextArea, TextField, TimeField } from '../../../ui/text-field.tsx';
import { useProblemWords } from '../../../words/use-words.ts';
import type { BasketItem, ItemBody } from '../api/basket.ts';
import type { Choices } from '../api/view-choices.ts';
import { useBasketWords, weekdayName } from './basket-words.ts';

/** Of more people one is found by name, on the page of people. */
export const MOST_IN_A_LIST = 8;

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const LENGTHS = Array.from({ length: 48 }, (_, index) => (index + 1) * 15);

const FIELD_OF = {
  '/shares': 'lines',
  '/firstDate': 'first',
  '/lastDate': 'last',
  '/startTime': 'start',
  '/minutes': 'minutes',
  '/pattern': 'weekdays',
  '/quantity': 'quantity',
  '/personId': 'person',
} as const;

/** How something was ordered before, and the lines of money that paid for it; on which days is asked anew. */
export type OrderedBefore = Pick<BasketItem, 'kind' | 'pattern' | 'quantity' | 'startTime' | 'minutes'> & {
  readonly lineIds: readonly string[];
};

function startValues(
  choices: Choices,
  { item, personId, before }: Pick<ItemFormProps, 'item' | 'personId' | 'before'>,
) {
  const told = item ?? before;
  const [entry] = told?.pattern ?? [];
  const only = choices.people.length === 1 ? choices.people[0]?.personId : undefined;
  const start = told?.startTime ?? entry?.startTime;
  const person = item?.personId ?? choices.people.find((one) => one.personId === personId)?.personId ?? only ?? '';
  const chosen = choices.people.find((one) => one.personId === person);
  const lines = chosen?.lines ?? [];
  const main = lines.length === 1 ? lines[0]?.lineId : chosen?.mainLineId;
  const paying = before?.lineIds.filter((id) => lines.some(({ lineId }) => lineId === id)) ?? [];
  const first = paying.length > 0 ? paying : main ? [main] : [];
  return {
    person,
    kind: told?.kind ?? ('one-off' as 'one-off' | 'schedule'),
    first: item ? partsFromDate(item.firstDate) : EMPTY_DATE,
    last: item?.kind === 'schedule' ? partsFromDate(item.lastDate) : EMPTY_DATE,
    weekdays: (told?.pattern.map(({ weekday }) => String(weekday)) ?? []) as readonly string[],
    start: start ? sayClock(start) : '',
    clockChoice: (item?.clockChoice ?? '') as '' | OfferedMoment['choose'],
    minutes: String(told?.minutes ?? entry?.minutes ?? Math.max(60, choices.offer.minimumMinutes)),
    quantity: String(told?.quantity ?? 1),
    lines: (item?.shares.map(({ lineId }) => lineId) ?? first) as readonly string[],
    weights: Object.fromEntries(item?.shares.map(({ lineId, weight }) => [lineId, String(weight)]) ?? []) as Readonly<
      Record<string, string>
    >,
    note: item?.note ?? '',
  };
}
type Values = ReturnType<typeof startValues>;

const isCount = (text: string): boolean => /^\s*[1-9]\d{0,3}\s*$/.test(text);

function needsTimes(choices: Choices, values: Values): boolean {
  return choices.offer.timed || values.kind === 'schedule';
}

function check(choices: Choices, values: Values) {
  const weekly = values.kind === 'schedule';
  return {
    ...(values.person === '' && { person: 'field.required' }),
    ...(weekly && values.weekdays.length === 0 && { weekdays: 'schedule.pattern_empty' }),
    ...(dateFromParts(values.first) === null && { first: 'date.not_a_date' }),
    ...(weekly && dateFromParts(values.last) === null && { last: 'date.not_a_date' }),
    ...(needsTimes(choices, values) && parseClock(values.start) === null && { start: 'time.not_a_time' }),
    ...(!choices.offer.timed && !isCount(values.quantity) && { quantity: 'order.quantity_not_positive' }),
    ...(values.lines.length === 0 && { lines: 'basket.shares_missing' }),
    ...(values.lines.some((id) => !isCount(values.weights[id] ?? '1')) && {
      lines: 'basket.share_weight_not_positive',
    }),
  };
}

function bodyOf(choices: Choices, values: Values): ItemBody {
  const weekly = values.kind === 'schedule';
  const firstDate = dateFromParts(values.first) ?? '';
  const startTime = parseClock(values.start) ?? '';
  const minutes = Number(values.minutes);
  const lastDate = dateFromParts(values.last) ?? '';
  return {
    personId: values.person,
    offerId: choices.offer.id,
    kind: values.kind,
    quantity: choices.offer.timed ? 1 : Number(values.quantity),
    firstDate,
    ...(weekly
      ? {
          lastDate,
          pattern: [...values.weekdays].sort().map((weekday) => ({ weekday: Number(weekday), startTime, minutes })),
        }
      : choices.offer.timed
        ? { startTime, minutes }
        : {}),
    ...(values.clockChoice && needsTimes(choices, values) ? { clockChoice: values.clockChoice } : {}),
    shares: values.lines.map((lineId) => ({
      lineId,
      weight: values.lines.length > 1 ? Number(values.weights[lineId] ?? '1') : 1,
    })),
    note: values.note.trim(),
  };
}

export type ItemFormProps = {
  readonly choices: Choices;
  readonly item?: BasketItem | undefined;
  readonly personId?: string | undefined;
  readonly before?: OrderedBefore | undefined;
  /** Under which name a half filled form is kept while its reader looks elsewhere. */
  readonly keepAs?: string | undefined;
  readonly onSave: (body: ItemBody) => Promise<void>;
};

export function ItemForm({ choices, item, personId, before, keepAs, onSave }: ItemFormProps): ReactNode {
  const { say, length, units } = useBasketWords();
  const problemWords = useProblemWords();
  const [initial] = useState(() => startValues(choices, { item, personId, before }));
  const form = useFormState<Values>({
    initial,
    keepAs,
    words: problemWords,
    check: (values) => check(choices, values),
    fieldFor: (pointer) => FIELD_OF[pointer as keyof typeof FIELD_OF],
  });
  const { values } = form;
  const [offered, setOffered] = useState<readonly OfferedMoment[]>([]);
  const { offer } = choices;
  const weekly = values.kind === 'schedule';
  const lines = choices.people.find((person) => person.personId === values.person)?.lines ?? [];
  const today = useToday();
  const example = sayDate(addDays(today, 7));
  const { value: chosenDays, onChange: chooseDays, ...weekdaysField } = form.field('weekdays');
  const { value: chosenLines, onChange: chooseLines, ...linesField } = form.field('lines');
  return (
    <>
      {form.summary}
      <Form
        onSubmit={form.onSubmit(async (sent) => {
          try {
            await onSave(bodyOf(choices, sent));
          } catch (failure) {
            setOffered(offeredMoments(failure));
            throw failure;
          }
        })}
      >
        {choices.people.length > 1 && choices.people.length <= MOST_IN_A_LIST && (
          <Select
            label={say('add.who')}
            labelSize="m"
            {...form.field('person')}
            onChange={(person) => form.set({ person, lines: [], weights: {} })}
            choices={[
              { value: '', label: '' },
              ...choices.people.map((person) => ({ value: person.personId, label: person.personName })),
            ]}
          />
        )}
        <Radios
          label={say('add.how')}
          labelSize="m"
          inline
          {...form.field('kind')}
          choices={[
            { value: 'one-off', label: say('add.once') },
            { value: 'schedule', label: say('add.weekly') },
          ]}
        />
        {weekly && (
          <Checkboxes
            label={say('add.weekdays')}
            labelSize="m"
            {...weekdaysField}
            values={chosenDays}
            onChange={chooseDays}
            choices={WEEKDAYS.map((weekday) => ({ value: weekday, label: weekdayName(Number(weekday)) }))}
          />
        )}
        <DateField
          label={weekly ? say('add.first') : say('add.day')}
          labelSize="m"
          hint={say('add.dateHint', { example })}
          {...form.field('first')}
        />
        {weekly && (
          <DateField
            label={say('add.last')}
            labelSize="m"
            hint={say('add.dateHint', { example: sayDate(addDays(today, 70)) })}
            {...form.field('last')}
          />
        )}
        {needsTimes(choices, values) && (
          <>
            <TimeField
              label={say('add.start')}
              labelSize="m"
              hint={say('add.startHint')}
              {...form.field('start')}
              onChange={(start) => {
                setOffered([]);
                form.set({ start, clockChoice: '' });
              }}
            />
            {offered.length > 0 && (
              <Radios
                label={say('add.clockChoice', { day: sayDate(offered[0]?.local.slice(0, 10) ?? '') })}
                labelSize="m"
                {...form.field('clockChoice')}
                choices={offered.map(({ choose, local }) => ({
                  value: choose,
                  label: say(choose === 'earlier' ? 'add.clockEarlier' : 'add.clockLater', {
                    time: sayClock(local.slice(11, 16)),
                  }),
                }))}
              />
            )}
            <Select
              label={say('add.long')}
              labelSize="m"
              {...form.field('minutes')}
              choices={[...new Set([...LENGTHS, Number(values.minutes)])]
                .filter((minutes) => !offer.timed || minutes >= offer.minimumMinutes)
                .sort((a, b) => a - b)
                .map((minutes) => ({ value: String(minutes), label: length(minutes) }))}
            />
          </>
        )}
        {!offer.timed && (
          <TextField
            label={weekly ? say('add.quantityEach') : say('add.quantity')}
            labelSize="m"
            inputMode="numeric"
            autoComplete="off"
            width={3}
            suffix={units.name(offer.unit, Number(values.quantity) || 0)}
            {...form.field('quantity')}
          />
        )}
        {lines.length > 0 && (
          <Checkboxes
            label={say('add.pays')}
            labelSize="m"
            hint={lines.length > 1 ? say('add.paysHint') : undefined}
            {...linesField}
            values={chosenLines}
            onChange={chooseLines}
            choices={lines.map((line) => {
              const name =
                line.personId === values.person
                  ? line.lineName
                  : say('add.lineOf', { line: line.lineName, person: line.personName });
              return {
                value: line.lineId,
                label: name,
                hint: (
                  <>
                    {line.unitPricePence !== null &&
                      say('add.linePrice', {
                        pricePence: line.unitPricePence,
                        unit: units.each(offer.unit),
                        source: say(line.priceSource === 'agreed' ? 'sourceAgreed' : 'sourcePublic'),
                      })}{' '}
                    {line.nextPricePence !== null &&
                      line.nextPriceFrom !== null &&
                      say('add.linePriceLater', {
                        pricePence: line.nextPricePence,
                        unit: units.each(offer.unit),
                        from: sayDay(line.nextPriceFrom, 'with-year'),
                      })}{' '}
                    {say('add.lineLeft', { leftPence: line.leftPence })}
                  </>
                ),
                more: chosenLines.length > 1 && (
                  <TextField
                    id={`weight-${line.lineId}`}
                    label={say('add.weight', { line: name })}
                    hint={say('add.weightHint')}
                    inputMode="numeric"
                    autoComplete="off"
                    width={3}
                    value={values.weights[line.lineId] ?? '1'}
                    onChange={(weight) => form.set({ weights: { ...values.weights, [line.lineId]: weight } })}
                  />
                ),
              };
            })}
          />
        )}
        <TextArea
          label={say('add.note')}
          hint={say('add.noteHint')}
          optional
          rows={3}
          maxLength={1000}
          {...form.field('note')}
        />
        <Button type="submit" busy={form.busy}>
          {item ? say('add.save') : say('add.put')}
        </Button>
      </Form>
    </>
  );
}
