// What a provider needs to know to come: shown when somebody asks to see it, and the person can read that they did.

import { SHARED_NEEDS } from '@support-market/domain/people/person-facts';
import type { ReactNode } from 'react';
import { isProblem } from '../../../api/problem.ts';
import { sayDay } from '../../../format/dates.ts';
import { Button } from '../../../ui/button.tsx';
import { Exact } from '../../../ui/exact.tsx';
import { Section } from '../../../ui/layout.tsx';
import { SummaryList } from '../../../ui/lists.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Order } from '../api/orders.ts';
import { useVisitorNote, type VisitorNote } from '../api/visitor-note.ts';

function Facts({ note }: { readonly note: VisitorNote }): ReactNode {
  const say = useWords('orders');
  const unknown = say('visitor.unknown');
  const address = [note.addressLine, note.postcode ?? ''].filter((part) => part !== '').join(', ');
  return (
    <div role="status" tabIndex={-1}>
      <SummaryList
        rows={[
          { key: 'name', label: say('visitor.name'), value: note.name },
          { key: 'address', label: say('visitor.address'), value: address ? <Exact words>{address}</Exact> : unknown },
          {
            key: 'telephone',
            label: say('visitor.telephone'),
            value:
              note.telephones.length === 0
                ? unknown
                : note.telephones.map(({ kind, number, note: about }) => (
                    <div key={`${kind} ${number}`}>
                      <a href={`tel:${number.replaceAll(' ', '')}`}>
                        <Exact>{number}</Exact>
                      </a>{' '}
                      ({say(`visitor.kinds.${kind}`)}){about !== '' && `, ${about}`}
                    </div>
                  )),
          },
          { key: 'access', label: say('visitor.access'), value: note.accessNotes || unknown },
          ...SHARED_NEEDS.flatMap((need) => {
            const text = note.needs[need];
            return text === null ? [] : [{ key: need, label: say(`visitor.needs.${need}`), value: text }];
          }),
        ]}
      />
      <p className="sm-measure">{say('visitor.until', { day: sayDay(note.until, 'with-year') })}</p>
    </div>
  );
}

export function VisitorFacts({ order }: { readonly order: Order }): ReactNode {
  const say = useWords('orders');
  const look = useVisitorNote(order.id);
  if (look.error && !isProblem(look.error)) throw look.error;
  if (!order.mayVisit) {
    return order.state === 'placed' ? (
      <Section title={say('visitor.heading')}>
        <p className="sm-measure">
          {order.outward ? say('visitor.before', { outward: order.outward }) : say('visitor.beforeUnknown')}
        </p>
      </Section>
    ) : null;
  }
  return (
    <Section title={say('visitor.heading')}>
      {look.error && (
        <Notice kind="warn" live>
          <p>{say('visitor.over')}</p>
        </Notice>
      )}
      {look.data ? (
        <Facts note={look.data} />
      ) : (
        <>
          <p className="sm-measure">{say('visitor.trace')}</p>
          <Button look="secondary" busy={look.isPending} onPress={() => look.mutate()}>
            {say('visitor.look')}
          </Button>
        </>
      )}
    </Section>
  );
}
