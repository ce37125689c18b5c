// What a fixture is: named examples as data, drawn by the accessibility test, by the gallery and by the screenshots.
import type { ReactNode } from 'react';

export type Fixture = {
  readonly component: string;
  readonly examples: Readonly<Record<string, () => ReactNode>>;
};
