// A listing as people see it, or would: for its owner, before and after it is sent.
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useListingPreview } from '../../features/listings/api/new-listings.ts';
import { ListingShown } from '../../features/listings/components/listing-shown.tsx';
import { useListingWords } from '../../features/listings/components/listing-words.ts';
import { PriceList } from '../../features/listings/components/price-list.tsx';
import { useOwnPhotos } from '../../features/photos/api/photos.ts';
import { PictureList } from '../../features/photos/components/picture-list.tsx';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../shell/page.tsx';
import { PageLoading } from '../../shell/page-loading.tsx';
import { SignedIn } from '../../shell/session.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { BackLink } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';

export function Page(): ReactNode {
  const { id = '' } = useParams();
  return (
    <SignedIn action="listing.edit">
      <Preview id={id} />
    </SignedIn>
  );
}

function Preview({ id }: { readonly id: string }): ReactNode {
  const { say } = useListingWords();
  const { data: listing, error } = useListingPreview(id);
  if (error) throw error;
  if (!listing) return <PageLoading />;
  const back = paths.providerListingStep(id, 'check');
  return (
    <Frame
      title={listing.title}
      caption={say('page.by', { name: listing.organisation.name })}
      above={<BackLink href={back} />}
    >
      <Notice>
        <p>{say('steps.check.preview')}</p>
      </Notice>
      <ListingShown listing={listing} photos={<OwnPictures slug={listing.slug} />} isOpen={false}>
        {listing.offers.length > 0 && <PriceList offers={listing.offers} />}
      </ListingShown>
      <p className="sm-after-form">
        <LinkButton look="secondary" href={back}>
          {say('steps.check.back')}
        </LinkButton>
      </p>
    </Frame>
  );
}

function OwnPictures({ slug }: { readonly slug: string }): ReactNode {
  const { data } = useOwnPhotos({ listing: slug });
  return <PictureList photos={data?.items ?? []} />;
}
