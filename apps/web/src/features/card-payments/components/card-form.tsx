// A real card, in the processor's own frame: its details never touch this page.
import { localeOf } from '@support-market/words/languages';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { spokenTag } from '../../../format/spoken.ts';
import { Button, ButtonRow } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Loading } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { type CardProcessor, type Elements, faultForPayer, openCardProcessor } from './card-processor.ts';

type Opened = { readonly processor: CardProcessor; readonly elements: Elements };

/** `onConfirmed` is called when the processor has taken the card; whether the money came is the webhook's to say. */
export function CardForm({
  publishableKey,
  clientSecret,
  amountPence,
  onConfirmed,
}: {
  readonly publishableKey: string;
  readonly clientSecret: string;
  readonly amountPence: number;
  readonly onConfirmed: () => void;
}): ReactNode {
  const say = useWords('card-payments');
  const place = useRef<HTMLDivElement>(null);
  const opened = useRef<Opened | null>(null);
  const [tries, setTries] = useState(0);
  const [shown, setShown] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` is there so that trying again loads it again
  useEffect(() => {
    let left = false;
    let close: (() => void) | undefined;
    openCardProcessor(publishableKey).then(
      (processor) => {
        if (left || !place.current) return;
        const elements = processor.elements({ clientSecret, locale: localeOf(spokenTag()) });
        const element = elements.create('payment');
        element.on('ready', () => setShown('ready'));
        element.on('loaderror', () => setShown('failed'));
        element.mount(place.current);
        close = () => element.destroy();
        opened.current = { processor, elements };
      },
      () => {
        if (!left) setShown('failed');
      },
    );
    return () => {
      left = true;
      opened.current = null;
      close?.();
    };
  }, [publishableKey, clientSecret, tries]);

  async function pay(): Promise<void> {
    if (busy || !opened.current) return;
    const { processor, elements } = opened.current;
    setBusy(true);
    setFault(null);
    try {
      const { error } = await processor.confirmPayment({
        elements,
        confirmParams: { return_url: window.location.href },
        redirect: 'if_required',
      });
      if (error) setFault(faultForPayer(error) ?? say('cardUnclear'));
      else onConfirmed();
    } catch {
      setFault(say('cardUnclear'));
    } finally {
      setBusy(false);
    }
  }

  if (shown === 'failed') {
    return (
      <>
        <Notice kind="harm" live>
          <p>{say('cardFormFailed')}</p>
        </Notice>
        <ButtonRow>
          <Button
            onPress={() => {
              setShown('loading');
              setTries(tries + 1);
            }}
          >
            {say('cardFormAgain')}
          </Button>
        </ButtonRow>
      </>
    );
  }
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void pay();
      }}
    >
      <p>{say('cardFormText')}</p>
      {fault && (
        <Notice kind="harm" live>
          <p>{fault}</p>
        </Notice>
      )}
      {shown === 'loading' && <Loading>{say('cardFormLoading')}</Loading>}
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{say('cardForm')}</legend>
        <div ref={place} />
      </fieldset>
      {shown === 'ready' && (
        <Button type="submit" busy={busy}>
          {say('pay', { amountPence })}
        </Button>
      )}
    </Form>
  );
}
