// What the council chose for itself: each setting with what holds, since when and by whom, and what begins later.
import { SETTING_GROUPS, settingRule } from '@support-market/domain/settings/council-settings';
import type { ReactNode } from 'react';
import { type Setting, useCouncilSettings } from '../../features/council-settings/api/council-settings.ts';
import { useValueWords } from '../../features/council-settings/components/setting-value.ts';
import { sayDate } from '../../format/dates.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn, useSession } from '../../shell/session.tsx';
import { useKit } from '../../ui/kit.tsx';
import { Details, Section } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/lists.tsx';
import { useWords } from '../../words/use-words.ts';

const SHORT = 200;
/** A longer group is folded, so that the page ends on a phone. */
const MOST_OPEN = 8;
const shorten = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

export function Page(): ReactNode {
  return (
    <SignedIn action="council-setting.view">
      <Settings />
    </SignedIn>
  );
}

function Settings(): ReactNode {
  const say = useWords('council-settings');
  const { session } = useSession();
  const { data, error } = useCouncilSettings();
  if (error) throw error;
  if (!data) return <PageLoading />;
  const groups = SETTING_GROUPS.map((group) => ({
    group,
    items: data.items.filter(({ key }) => settingRule(key).group === group),
  })).filter(({ items }) => items.length > 0);
  return (
    <Frame title={say('list.title')} lead={say('list.lead', { council: session.councilName ?? '' })}>
      {groups.map(({ group, items }) => (
        <Section key={group} title={say(`groups.${group}`)}>
          {items.length > MOST_OPEN ? (
            <Details summary={say('list.show', { count: items.length })}>
              <Rows items={items} />
            </Details>
          ) : (
            <Rows items={items} />
          )}
        </Section>
      ))}
    </Frame>
  );
}

function Rows({ items }: { readonly items: readonly Setting[] }): ReactNode {
  const say = useWords('council-settings');
  const { may } = useSession();
  const { Link } = useKit();
  return (
    <SummaryList
      rows={items.map((setting) => ({
        key: setting.key,
        label: say(`keys.${setting.key}.name`),
        value: <Held setting={setting} />,
        action: may('council-setting.choose') ? (
          <Link
            href={paths.councilSetting(setting.key)}
            aria-label={`${say('list.change')} ${say(`keys.${setting.key}.name`)}`}
          >
            {say('list.change')}
          </Link>
        ) : undefined,
      }))}
    />
  );
}

function Held({ setting }: { readonly setting: Setting }): ReactNode {
  const say = useWords('council-settings');
  const words = useValueWords();
  const { key, value, chosen, later } = setting;
  return (
    <>
      <span className="sm-lines">{shorten(words(key, value))}</span>
      <p className="sm-small sm-soft">
        {chosen
          ? say('list.since', { day: sayDate(chosen.fromDate), who: chosen.setByName ?? say('list.founding') })
          : say('list.byDefault')}
      </p>
      {later.map((choice) => (
        <p key={choice.id} className="sm-small">
          {say('list.later', { value: shorten(words(key, choice.value)), day: sayDate(choice.fromDate) })}
        </p>
      ))}
    </>
  );
}
