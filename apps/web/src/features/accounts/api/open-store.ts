// Opening a store: an organisation of one's own, which one keeps from then on.
import type { operations } from '@support-market/api-client/schema';
import { useState } from 'react';
import { api, newIdempotencyKey, take } from '../../../api/client.ts';
import { useSession } from '../../../shell/session.tsx';

type Store = operations['openStore']['requestBody']['content']['application/json'];

export function useOpenStore(): (store: Store) => Promise<string> {
  const { refresh } = useSession();
  // One form, one store, however often its button is pressed.
  const [key] = useState(newIdempotencyKey);
  return async (body) => {
    const params = { header: { 'idempotency-key': key } };
    const { id } = await take(api.POST('/api/organisations', { params, body }));
    // A role is new with it.
    await refresh();
    return id;
  };
}
