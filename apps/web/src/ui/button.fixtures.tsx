// Examples of buttons and links.
import { Button, ButtonRow, LinkButton, PrintButton, TextLink } from './button.tsx';
import type { Fixture } from './fixture.ts';

export const buttonFixture: Fixture = {
  component: 'Button',
  examples: {
    'every look': () => (
      <ButtonRow>
        <Button>Place both orders</Button>
        <Button look="secondary">Ask a question</Button>
        <Button look="danger">Cancel this order</Button>
        <Button look="link">Change the time</Button>
      </ButtonRow>
    ),
    'with an icon, busy, small': () => (
      <ButtonRow>
        <Button icon="check">Yes, they came</Button>
        <Button busy>Sending your order</Button>
        <Button small look="secondary" about="on Tuesday">
          Confirm this visit
        </Button>
      </ButtonRow>
    ),
    links: () => (
      <>
        <ButtonRow>
          <LinkButton href="/search" icon="search">
            Find support
          </LinkButton>
          <PrintButton />
        </ButtonRow>
        <p>
          You can also <TextLink href="/events">see what is on</TextLink>.
        </p>
      </>
    ),
  },
};
