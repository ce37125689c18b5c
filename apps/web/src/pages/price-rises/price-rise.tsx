// One price rise: what it comes to, the council's answer, and order by order for those who may read orders.

import { isBlank } from '@support-market/domain/shared/visible-text';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import {
  type PriceRise,
  usePriceRise,
  usePriceRiseOrders,
  usePriceRiseSteps,
} from '../../features/price-rises/api/price-rises.ts';
import { usePriceWords } from '../../features/price-rises/components/price-words.ts';
import { londonTime, sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { Button, TextLink } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { Form, useFormState } from '../../ui/form.tsx';
import { BackLink, Loading, Section } from '../../ui/layout.tsx';
import { DataTable, Pagination, SummaryList } from '../../ui/lists.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useProblemWords, useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  return (
    <SignedIn action="price-rise.view">
      <Shown />
    </SignedIn>
  );
}

type Done = 'isWithdrawn' | 'saidYes' | 'saidNo';

/** The council's officer says yes, and what that means for orders that run, or no and why. */
function Decide({ id, onDone }: { readonly id: string; readonly onDone: (done: Done) => void }): ReactNode {
  const say = useWords('price-rises');
  const { accept, refuse } = usePriceRiseSteps();
  const yes = useFormState({
    initial: { raisesOrders: 'each' as 'each' | 'all', answer: '' },
    words: useProblemWords(),
  });
  const no = useFormState({
    initial: { whyNot: '' },
    words: useProblemWords(),
    fieldFor: (pointer) => (pointer === '/answer' ? 'whyNot' : undefined),
    check: ({ whyNot }) => (isBlank(whyNot) ? { whyNot: 'field.required' } : {}),
  });
  return (
    <>
      <Section title={say('decide')}>
        <Form
          onSubmit={yes.onSubmit(async ({ raisesOrders, answer }) => {
            await accept(id, { raisesOrders: raisesOrders === 'all', answer: answer.trim() });
            onDone('saidYes');
          })}
        >
          {yes.summary}
          <Radios
            label={say('decideOrders')}
            hint={say('decideOrdersHint')}
            {...yes.field('raisesOrders')}
            choices={[
              { value: 'each', label: say('askEach') },
              { value: 'all', label: say('raiseAll') },
            ]}
          />
          <TextField label={say('decideNote')} optional {...yes.field('answer')} />
          <Button type="submit" busy={yes.busy}>
            {say('yes')}
          </Button>
        </Form>
      </Section>
      <Section title={say('refuseTitle')}>
        <Form
          onSubmit={no.onSubmit(async ({ whyNot }) => {
            await refuse(id, { answer: whyNot.trim() });
            onDone('saidNo');
          })}
        >
          {no.summary}
          <TextArea label={say('refuseWhy')} rows={3} maxLength={500} {...no.field('whyNot')} />
          <Button type="submit" look="secondary" busy={no.busy}>
            {say('no')}
          </Button>
        </Form>
      </Section>
    </>
  );
}

function Withdraw({ rise, onDone }: { readonly rise: PriceRise; readonly onDone: (done: Done) => void }): ReactNode {
  const say = useWords('price-rises');
  const { withdraw } = usePriceRiseSteps();
  const form = useFormState({ initial: {}, words: useProblemWords() });
  return (
    <Form
      onSubmit={form.onSubmit(async () => {
        await withdraw(rise.id);
        onDone('isWithdrawn');
      })}
    >
      {form.summary}
      <p>{say('withdrawText')}</p>
      {rise.kind === 'public' && <p>{say('withdrawPublic')}</p>}
      <Button type="submit" look="secondary" busy={form.busy}>
        {say('withdraw')}
      </Button>
    </Form>
  );
}

/** What buyers answered, in sums: an officer of the council sees these and no order. */
function Sums({ rise }: { readonly rise: PriceRise }): ReactNode {
  const say = useWords('price-rises');
  const { wouldBe, asked } = rise;
  return (
    <Section title={say('effect')}>
      {wouldBe && (
        <p>
          {wouldBe.orders === 0
            ? say('wouldBeNone')
            : say('wouldBe', {
                count: wouldBe.orders,
                yearlyPence: wouldBe.yearlyPence,
                plannedPence: wouldBe.plannedPence,
              })}
        </p>
      )}
      {!wouldBe && asked.length === 0 && <p>{say('noOrders')}</p>}
      {asked.length > 0 && (
        <DataTable
          caption={say('sums')}
          rows={asked}
          rowKey={({ state }) => state}
          columns={[
            { key: 'state', heading: say('sumOf'), rowHeading: true, cell: ({ state }) => say(`answers.${state}`) },
            { key: 'orders', heading: say('sumOrders'), number: true, cell: ({ orders }) => orders },
            {
              key: 'year',
              heading: say('sumYear'),
              number: true,
              cell: ({ yearlyPence }) => <Money pence={yearlyPence} />,
            },
            {
              key: 'planned',
              heading: say('sumPlanned'),
              number: true,
              cell: ({ plannedPence }) => <Money pence={plannedPence} />,
            },
          ]}
        />
      )}
      <p className="sm-soft">{say('vatNote')}</p>
    </Section>
  );
}

function Orders({ priceRiseId }: { readonly priceRiseId: string }): ReactNode {
  const say = useWords('price-rises');
  const { price } = usePriceWords();
  const { may } = useSession();
  const [cursor, setCursor] = useState<string | undefined>();
  const { data, error } = usePriceRiseOrders({ priceRiseId, ...(cursor ? { cursor } : {}) });
  if (error) throw error;
  if (!data || (data.items.length === 0 && !cursor)) return null;
  const orderPath = may('order.decide') ? paths.providerOrder : paths.order;
  return (
    <Section title={say('orders')}>
      <DataTable
        caption={say('orders')}
        captionHidden
        rows={data.items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'order',
            heading: say('order'),
            rowHeading: true,
            cell: ({ orderId, reference }) => <TextLink href={orderPath(orderId)}>{reference}</TextLink>,
          },
          { key: 'new', heading: say('new'), cell: ({ toPence, unit }) => price(toPence, unit) },
          {
            key: 'year',
            heading: say('sumYear'),
            number: true,
            cell: ({ yearlyPence }) => <Money pence={yearlyPence} />,
          },
          {
            key: 'planned',
            heading: say('sumPlanned'),
            number: true,
            cell: ({ plannedPence }) => <Money pence={plannedPence} />,
          },
          { key: 'state', heading: say('sumOf'), cell: ({ state }) => say(`answers.${state}`) },
        ]}
      />
      {(cursor || data.nextCursor) && (
        <Pagination>
          {data.nextCursor && (
            <Button look="secondary" onPress={() => setCursor(data.nextCursor ?? undefined)}>
              {say('more')}
            </Button>
          )}
        </Pagination>
      )}
    </Section>
  );
}

function Shown(): ReactNode {
  const say = useWords('price-rises');
  const { price, percent } = usePriceWords();
  const { may } = useSession();
  const { id = '' } = useParams();
  const { data, error } = usePriceRise(id);
  const [done, setDone] = useState<Done | null>(null);
  if (error) throw error;
  const isOpen = data?.state === 'proposed' || data?.state === 'announced';
  return (
    <Frame
      title={data ? say('one', { name: data.offerName }) : say('oneOf')}
      width="reading"
      above={<BackLink href={paths.priceRises()}>{say('back')}</BackLink>}
    >
      {done && (
        <Notice kind="success" live>
          <p>{say(done)}</p>
        </Notice>
      )}
      {!data && <Loading />}
      {data && (
        <>
          <SummaryList
            rows={[
              { key: 'provider', label: say('provider'), value: data.organisationName },
              { key: 'listing', label: say('listing'), value: data.listingTitle },
              { key: 'kind', label: say('whichPrice'), value: `${say(`kinds.${data.kind}`)}. ${say('netHint')}` },
              { key: 'now', label: say('now'), value: price(data.fromPence, data.unit) },
              { key: 'new', label: say('new'), value: price(data.toPence, data.unit) },
              { key: 'rise', label: say('rise'), value: percent(data.riseBasisPoints) },
              { key: 'begins', label: say('begins'), value: sayDate(data.fromDate) },
              {
                key: 'written',
                label: say('written'),
                value: sayDate(londonTime(data.writtenAt).toPlainDate().toString()),
              },
              { key: 'state', label: say('state'), value: say(`states.${data.state}`) },
              { key: 'words', label: say('why'), value: <span className="sm-lines">{data.words}</span> },
              ...(data.decidedAt
                ? [
                    {
                      key: 'decided',
                      label: say('decided'),
                      value: sayDate(londonTime(data.decidedAt).toPlainDate().toString()),
                    },
                  ]
                : []),
              ...(data.answer
                ? [{ key: 'answer', label: say('answer'), value: <span className="sm-lines">{data.answer}</span> }]
                : []),
            ]}
          />
          <Sums rise={data} />
          {data.asked.length > 0 && may('price-rise-order.view') && <Orders priceRiseId={data.id} />}
          {data.state === 'proposed' && may('price-rise.decide') && <Decide id={data.id} onDone={setDone} />}
          {isOpen && may('price-rise.propose') && <Withdraw rise={data} onDone={setDone} />}
        </>
      )}
    </Frame>
  );
}
