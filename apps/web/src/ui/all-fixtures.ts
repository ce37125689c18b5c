// The list of every fixture, so that none is drawn in one place and forgotten in another.
import { buttonFixture } from './button.fixtures.tsx';
import {
  chartFixture,
  layoutFixture,
  marksFixture,
  moneyFixture,
  noticeFixture,
  tableFixture,
  weekFixture,
} from './content.fixtures.tsx';
import type { Fixture } from './fixture.ts';
import { formFixture } from './form.fixtures.tsx';

export const ALL_FIXTURES: readonly Fixture[] = [
  buttonFixture,
  formFixture,
  noticeFixture,
  moneyFixture,
  tableFixture,
  marksFixture,
  layoutFixture,
  weekFixture,
  chartFixture,
];
