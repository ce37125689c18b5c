// Adding a funder: whose money it is and where its invoices go. Its bank account is set afterwards, by two people.
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useFunderSteps } from '../../features/funders/api/funders.ts';
import { FunderForm } from '../../features/funders/components/funder-form.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

function AddFunder(): ReactNode {
  const say = useWords('funders');
  const { add } = useFunderSteps();
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  return (
    <Frame
      title={say('add.title')}
      lead={say('add.lead')}
      width="reading"
      above={<BackLink href={paths.funders()}>{say('back')}</BackLink>}
    >
      <FunderForm
        button={say('add.button')}
        onSend={async (values) => {
          const { id } = await add(keyFor(values), { ...values, streams: [...values.streams] });
          navigate(paths.funder(id));
        }}
      />
    </Frame>
  );
}

export function Page(): ReactNode {
  return (
    <SignedIn action="funder.add">
      <AddFunder />
    </SignedIn>
  );
}
