// The name of the place under a market stall's awning, with a heart for a counter.
import type { ReactNode } from 'react';

export function Wordmark({ name }: { readonly name: string }): ReactNode {
  return (
    <span className="sm-wordmark">
      <svg className="sm-wordmark__mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <rect className="sm-wordmark__ground" width="40" height="40" rx="8" />
        <path className="sm-wordmark__line" d="M6 15 10 6h20l4 9" />
        <path
          className="sm-wordmark__line"
          d="M6 15a4.670 4.670 0 0 0 9.330 0 4.670 4.670 0 0 0 9.340 0 4.670 4.670 0 0 0 9.330 0Z"
        />
        <path className="sm-wordmark__line" d="M9 22v12h22V22" />
        <path
          className="sm-wordmark__heart"
          d="M20 31.500c-3.600-2.400-5-4-5-5.800 0-2.700 3.600-3.500 5-1 1.400-2.500 5-1.700 5 1 0 1.800-1.400 3.400-5 5.800Z"
        />
      </svg>
      <span className="sm-wordmark__name">{name}</span>
    </span>
  );
}
