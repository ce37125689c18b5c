// Adding something for sale to a listing of one's own.
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useNewListings } from '../../features/listings/api/new-listings.ts';
import { useOwnListing, useOwnOffers } from '../../features/listings/api/own-records.ts';
import { NewOfferForm } from '../../features/listings/components/new-offer-form.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { useWords } from '../../words/use-words.ts';

export function Page(): ReactNode {
  const { id = '' } = useParams();
  return (
    <SignedIn action="listing.edit">
      <AddOffer id={id} />
    </SignedIn>
  );
}

function AddOffer({ id }: { readonly id: string }): ReactNode {
  const say = useWords('listings');
  const navigate = useNavigate();
  const listing = useOwnListing(id);
  const offers = useOwnOffers(id);
  const { addOffer } = useNewListings();
  const error = listing.error ?? offers.error;
  if (error) throw error;
  if (!listing.data || !offers.data) return <PageLoading />;
  const back = paths.providerListing(id);
  return (
    <Frame title={say('own.offer.title')} caption={listing.data.title} width="reading" above={<BackLink href={back} />}>
      <NewOfferForm
        vat={offers.data.vat}
        back={back}
        onSend={async (offer) => {
          await addOffer(id, offer);
          await navigate(back);
        }}
      />
    </Frame>
  );
}
