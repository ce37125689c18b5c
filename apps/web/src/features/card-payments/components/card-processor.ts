// The card processor's own script, fetched only when somebody pays by card. Stripe requires it to come from its own
// address and never to be bundled: https://docs.stripe.com/js/including. Only what is used of it is described here.

const SCRIPT = 'https://js.stripe.com/v3/';

export type PaymentElement = {
  readonly mount: (place: HTMLElement) => void;
  readonly destroy: () => void;
  readonly on: (event: 'ready' | 'loaderror', handler: () => void) => void;
};

export type Elements = { readonly create: (kind: 'payment') => PaymentElement };

/** `message` is in the payer's language and, for the kinds below, meant for them. */
export type CardFault = { readonly type: string; readonly message?: string };

export type CardProcessor = {
  readonly elements: (options: { readonly clientSecret: string; readonly locale: string }) => Elements;
  readonly confirmPayment: (options: {
    readonly elements: Elements;
    readonly confirmParams: { readonly return_url: string };
    readonly redirect: 'if_required';
  }) => Promise<{ readonly error?: CardFault }>;
};

declare global {
  interface Window {
    Stripe?: (publishableKey: string) => CardProcessor;
  }
}

let loading: Promise<void> | null = null;

function loadScript(): Promise<void> {
  loading ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = SCRIPT;
    script.async = true;
    script.onload = () => resolve();
    script.onerror = () => {
      // So that trying again really tries again.
      script.remove();
      loading = null;
      reject(new Error('the card form did not load'));
    };
    document.head.append(script);
  });
  return loading;
}

/** The processor, ready to make a card form; rejects when its script cannot be fetched. */
export async function openCardProcessor(publishableKey: string): Promise<CardProcessor> {
  if (!window.Stripe) await loadScript();
  if (!window.Stripe) throw new Error('the card form did not load');
  return window.Stripe(publishableKey);
}

/** What the payer can be told in the processor's own words: their card's fault, or what they left out. */
export function faultForPayer(fault: CardFault): string | null {
  return (fault.type === 'card_error' || fault.type === 'validation_error') && fault.message ? fault.message : null;
}
