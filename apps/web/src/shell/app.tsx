// The whole app: every page in its frame.
import type { ReactNode } from 'react';
import { AppRoutes } from '../routes.tsx';
import { AppFrame } from './app-frame.tsx';

export function App(): ReactNode {
  return (
    <AppFrame>
      <AppRoutes />
    </AppFrame>
  );
}
