// Examples of what pages are made of: notices, lists, tables, money, signs, weeks, steps, charts.
import { Button, TextLink } from './button.tsx';
import { BarChart, LineChart } from './charts.tsx';
import { Dialog } from './dialog.tsx';
import type { Fixture } from './fixture.ts';
import {
  BackLink,
  Card,
  CardGrid,
  Details,
  EmptyState,
  Loading,
  PageHeading,
  Section,
  SkipLink,
  SubNav,
} from './layout.tsx';
import { DataTable, Pagination, SummaryList } from './lists.tsx';
import { Tag, TrustMark, TrustMarks } from './marks.tsx';
import { Money, MoneyBar } from './money.tsx';
import { Banner, Notice } from './notice.tsx';
import { CATEGORY_SLUGS, CategoryPicture } from './pictures/categories.tsx';
import { STEP_KEYS, StepPicture } from './pictures/steps.tsx';
import { Wordmark } from './pictures/wordmark.tsx';
import { Steps } from './steps.tsx';
import { WeekDays } from './week-days.tsx';

const pounds = (pence: number): string => `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`;

const ORDERS = [
  { id: 'A', what: 'Help in the morning', who: 'Harbour Home Care', pence: 57_600, state: 'Accepted' },
  { id: 'B', what: 'Badminton for beginners', who: 'Partington Sports Hall', pence: 1_250, state: 'Waiting' },
];

export const noticeFixture: Fixture = {
  component: 'Notice',
  examples: {
    info: () => (
      <Notice title="Your budget year ends on 31 March">
        <p>What is left then stays yours to talk about. Nothing is taken without asking you.</p>
      </Notice>
    ),
    success: () => <Notice kind="success" live title="Both orders are placed" />,
    warn: () => (
      <Notice kind="warn" title="This costs £660.00" actions={<Button look="secondary">Choose other money</Button>}>
        <p>Own money has £50.00. You could choose your social care money, or fewer hours.</p>
      </Notice>
    ),
    harm: () => <Notice kind="harm" title="This provider has been suspended" />,
    banner: () => (
      <Banner kind="warn">
        <p>This is a demonstration.</p>
      </Banner>
    ),
  },
};

export const moneyFixture: Fixture = {
  component: 'MoneyBar',
  examples: {
    'a line in use': () => (
      <MoneyBar
        label="Social care money"
        note="The council looks after it for you"
        spentPence={86_400}
        spokenForPence={57_600}
        leftPence={376_000}
        sentence="That is about £107 a week until 31 March."
      />
    ),
    'nothing used yet': () => <MoneyBar label="Own money" spentPence={0} spokenForPence={0} leftPence={5_000} />,
    'nothing left': () => <MoneyBar label="Short breaks" spentPence={30_000} spokenForPence={10_000} leftPence={0} />,
    amounts: () => (
      <p>
        <Money pence={1_920} /> an hour, <Money pence={57_600} strong /> in all, <Money pence={-2_880} /> back
      </p>
    ),
  },
};

export const tableFixture: Fixture = {
  component: 'DataTable',
  examples: {
    orders: () => (
      <DataTable
        caption="Your orders"
        rows={ORDERS}
        rowKey={(row) => row.id}
        sort={{ key: 'what', descending: false }}
        onSort={() => undefined}
        columns={[
          { key: 'what', heading: 'What', cell: (row) => row.what, rowHeading: true, sortable: true },
          { key: 'who', heading: 'Who', cell: (row) => row.who },
          {
            key: 'state',
            heading: 'State',
            cell: (row) => <Tag tone={row.state === 'Accepted' ? 'go' : 'look'}>{row.state}</Tag>,
          },
          { key: 'price', heading: 'Price', cell: (row) => <Money pence={row.pence} />, number: true, sortable: true },
        ]}
        foot={[
          { key: 'total', cell: 'Together', span: 3 },
          { key: 'sum', cell: <Money pence={58_850} strong />, number: true },
        ]}
      />
    ),
    dense: () => (
      <DataTable
        caption="Payments"
        captionHidden
        dense
        rows={ORDERS}
        rowKey={(row) => row.id}
        columns={[
          { key: 'who', heading: 'Provider', cell: (row) => row.who, rowHeading: true },
          { key: 'price', heading: 'Amount', cell: (row) => <Money pence={row.pence} />, number: true },
        ]}
      />
    ),
    'summary list': () => (
      <SummaryList
        rows={[
          {
            key: 'when',
            label: 'When',
            value: 'Tuesday 3 November, 9:30am to 11am',
            action: (
              <TextLink href="/x" about="when">
                Change
              </TextLink>
            ),
          },
          { key: 'price', label: 'Price for you', value: <Money pence={1_920} /> },
        ]}
      />
    ),
    pagination: () => (
      <Pagination firstHref="/search" previousHref="/search?before=1" nextHref="/search?after=2">
        25 to 48 of 300
      </Pagination>
    ),
  },
};

export const marksFixture: Fixture = {
  component: 'Marks',
  examples: {
    tags: () => (
      <p>
        <Tag>Draft</Tag> <Tag tone="go">Accepted</Tag> <Tag tone="look">Waiting for you</Tag>{' '}
        <Tag tone="harm">Declined</Tag> <Tag tone="quiet">Finished</Tag>
      </p>
    ),
    'trust marks': () => (
      <TrustMarks>
        <TrustMark checked="Checked 3 November 2026">Rated Good by the Care Quality Commission</TrustMark>
        <TrustMark checked="Last confirmed 2 May 2025" stale>
          Insurance not confirmed for a year
        </TrustMark>
      </TrustMarks>
    ),
  },
};

export const layoutFixture: Fixture = {
  component: 'Layout',
  examples: {
    heading: () => (
      <>
        <SkipLink to="main" />
        <BackLink href="/search" />
        <PageHeading
          caption="Order 1042"
          lead="Twice a week for ten weeks."
          actions={<Button look="secondary">Ask a question</Button>}
        >
          Help in the morning
        </PageHeading>
      </>
    ),
    cards: () => (
      <CardGrid>
        <Card title="Thursday lunch club" href="/listings/1" flag={<Tag tone="go">Free</Tag>}>
          <p>St Mary’s church hall, 0.4 miles</p>
        </Card>
        <Card title="Harbour Home Care" foot={<Money pence={1_920} strong />}>
          <p>Washing, dressing, breakfast. Has space now.</p>
        </Card>
      </CardGrid>
    ),
    'sub navigation': () => (
      <SubNav
        label="Money"
        items={[
          { href: '/a', label: 'What is left', current: true },
          { href: '/b', label: 'To confirm', count: 3 },
        ]}
      />
    ),
    fold: () => (
      <Details summary="Why this price?">
        <p>The council has agreed £19.20 an hour with this provider. The public price is £22.00.</p>
      </Details>
    ),
    empty: () => (
      <EmptyState title="Nothing in your basket yet" actions={<Button>Find support</Button>}>
        <p>When you find something that helps, add it here.</p>
      </EmptyState>
    ),
    loading: () => <Loading>Looking for support near WA15</Loading>,
    section: () => (
      <Section title="My week" aside={<TextLink href="/week">See the whole week</TextLink>}>
        <p>Two visits.</p>
      </Section>
    ),
    dialog: () => (
      <Dialog
        open
        title="Cancel the visit on Tuesday?"
        confirm="Yes, cancel this visit"
        cancel="No, keep it"
        danger
        onConfirm={() => undefined}
        onCancel={() => undefined}
      >
        <p>It is more than 48 hours away, so £28.80 comes back to your social care money.</p>
      </Dialog>
    ),
  },
};

export const weekFixture: Fixture = {
  component: 'WeekDays and Steps',
  examples: {
    week: () => (
      <WeekDays
        label="This week"
        todayLabel="Today"
        days={[
          {
            key: 'mon',
            name: 'Monday',
            date: '2 November',
            today: true,
            visits: [
              {
                key: '1',
                time: '9:30am to 11am',
                title: 'Help in the morning',
                note: 'Maria from Harbour Home Care',
                state: <Tag tone="look">Did they come?</Tag>,
                actions: (
                  <>
                    <Button small icon="check">
                      Yes, they came
                    </Button>
                    <Button small look="secondary">
                      Something was wrong
                    </Button>
                  </>
                ),
              },
            ],
          },
          { key: 'tue', name: 'Tuesday', date: '3 November', visits: [] },
        ]}
      />
    ),
    steps: () => (
      <Steps
        label="The seven steps"
        steps={STEP_KEYS.map((step, index) => ({
          key: step,
          title: `Step ${step}`,
          picture: <StepPicture step={step} size={48} />,
          state: index < 3 ? 'done' : index === 3 ? 'now' : 'later',
        }))}
      />
    ),
    pictures: () => (
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 16 }}>
        <Wordmark name="Support Market" />
        {CATEGORY_SLUGS.map((slug) => (
          <CategoryPicture key={slug} slug={slug} size={112} label={slug} />
        ))}
        {STEP_KEYS.map((step) => (
          <StepPicture key={step} step={step} size={112} label={step} />
        ))}
      </p>
    ),
  },
};

const MONTHS = ['April', 'May', 'June', 'July', 'August', 'September', 'October'];

export const chartFixture: Fixture = {
  component: 'Charts',
  examples: {
    bars: () => (
      <BarChart
        title="Most money goes on help at home"
        text="April to October, all people with a budget."
        labelHeading="Kind of support"
        valueHeading="Spent"
        format={pounds}
        points={[
          { key: 'home', label: 'Help at home', value: 12_400_000 },
          { key: 'day', label: 'Day activities', value: 4_120_050 },
          { key: 'meals', label: 'Meals', value: 905_000 },
          { key: 'work', label: 'Learning and work', value: null, note: 'fewer than 5 people' },
        ]}
      />
    ),
    line: () => (
      <LineChart
        title="Providers wait six days less than in April"
        labelHeading="Month"
        valueHeading="Days from visit to payment"
        format={(days) => `${days} days`}
        points={MONTHS.map((label, index) => ({
          key: label,
          label,
          value: [24, 23, 25, null, 20, 19, 18][index] ?? null,
        }))}
      />
    ),
  },
};
