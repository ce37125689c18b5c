// Somebody who presses a thing that then goes away is not put back at the top of the page.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Arrival } from './arrival.tsx';

function Steps() {
  const [step, setStep] = useState(0);
  const next = <button type="button" onClick={() => setStep(step + 1)}>{`Leave ${step}`}</button>;
  return step === 0 ? next : <Arrival of={step}>{step < 3 ? <div key={step}>{next}</div> : 'The end'}</Arrival>;
}

it('what takes the place of a pressed button has the focus, each time something new is there', async () => {
  render(<Steps />);
  for (const step of [0, 1, 2]) {
    const pressed = screen.getByRole('button', { name: `Leave ${step}` });
    await userEvent.click(pressed);
    expect(pressed.isConnected).toBe(false);
    expect(document.activeElement).not.toBe(document.body);
    expect(document.activeElement?.textContent).toBe(step < 2 ? `Leave ${step + 1}` : 'The end');
  }
});
