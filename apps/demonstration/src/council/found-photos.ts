// Gives a few of the made-up council's listings a photo, through the door that every photo goes through.

import { insertPhoto } from '@support-market/api/features/photos/photos.repo';
import { newId } from '@support-market/api/platform/ids';
import { drawScene, type Scene } from '@support-market/api/ports/pictures/draw-scene';
import { readPicture } from '@support-market/api/ports/pictures/read-picture';
import { firstListingOf } from './basics.repo.ts';
import type { Founding } from './council-shapes.ts';

/** By who may be looked around as, so that who looks around as one finds a photo to keep. */
const PHOTOS: readonly {
  readonly account: string;
  readonly ofListing: boolean;
  readonly altText: string;
  readonly scene: Scene;
}[] = [
  {
    ...{ account: 'provider', ofListing: true, altText: 'A drawing of green hills under a morning sun' },
    scene: {
      ...{ sky: [214, 232, 240], haze: [252, 240, 214], sun: [250, 205, 110], turn: 0.4 },
      hills: [
        [152, 186, 168],
        [92, 142, 118],
        [42, 96, 78],
      ],
    },
  },
  {
    ...{ account: 'provider', ofListing: false, altText: 'A drawing of blue hills in the evening' },
    scene: {
      ...{ sky: [92, 112, 150], haze: [244, 196, 170], sun: [255, 226, 190], turn: 2.1 },
      hills: [
        [112, 122, 160],
        [72, 84, 124],
        [40, 50, 84],
      ],
    },
  },
  {
    ...{ account: 'community-group', ofListing: true, altText: 'A drawing of fields of corn under a high sun' },
    scene: {
      ...{ sky: [190, 222, 238], haze: [250, 246, 226], sun: [255, 240, 170], turn: 3.6 },
      hills: [
        [222, 196, 120],
        [196, 164, 84],
        [128, 128, 66],
      ],
    },
  },
];

export async function writePhotos(
  { tx, clock, fixture }: Founding,
  organisationIds: ReadonlyMap<string, string>,
  accountIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { account, ofListing, altText, scene } of PHOTOS) {
    const key = fixture.accounts.find((one) => one.key === account)?.organisationKey;
    const organisationId = key === undefined ? undefined : organisationIds.get(key);
    const addedBy = accountIds.get(account);
    if (organisationId === undefined || addedBy === undefined) continue;
    const file = await drawScene(scene);
    const pictures = file === null ? null : await readPicture(file);
    if (pictures === null || !pictures.ok) continue;
    const listingId = ofListing ? await firstListingOf(tx, organisationId) : null;
    await insertPhoto(
      tx,
      { organisationId, listingId, name: '' },
      { id: newId(clock, 'photo'), altText, position: 0, addedBy, addedAt: clock.now() },
      pictures.value,
    );
  }
}
