// Photos of an organisation or a listing: seen by everybody, kept by its own people.
import type { operations } from '@support-market/api-client/schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, callRaw, take } from '../../../api/client.ts';

export type Photo = operations['listPhotos']['responses'][200]['content']['application/json']['items'][number];
export type OwnPhoto = operations['listOwnPhotos']['responses'][200]['content']['application/json']['items'][number];

/** By the last part of its page's address. */
export type PhotoSubject = { readonly organisation: string } | { readonly listing: string };

const KEY = 'photos';

export const photosKey = (subject: PhotoSubject) => [KEY, subject] as const;

export function usePhotos(subject: PhotoSubject) {
  return useQuery({
    queryKey: photosKey(subject),
    queryFn: () => take(api.GET('/api/photos', { params: { query: subject } })),
  });
}

export function useOwnPhotos(subject: PhotoSubject) {
  return useQuery({
    queryKey: [KEY, 'own', subject],
    queryFn: () => take(api.GET('/api/photos/own', { params: { query: subject } })),
  });
}

export function usePhotoSteps(subject: PhotoSubject) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: [KEY] });
  return {
    add: async (photo: { readonly altText: string; readonly file: File | undefined }) => {
      const body = new FormData();
      for (const [name, slug] of Object.entries(subject)) body.append(name, slug);
      body.append('altText', photo.altText);
      if (photo.file) body.append('file', photo.file);
      await callRaw('/api/photos', { method: 'POST', body });
      await again();
    },
    describe: async (id: string, altText: string) => {
      await take(api.PUT('/api/photos/{id}', { params: { path: { id } }, body: { altText } }));
      await again();
    },
    move: async (id: string, to: 'earlier' | 'later') => {
      await take(api.POST('/api/photos/{id}/move', { params: { path: { id } }, body: { to } }));
      await again();
    },
    remove: async (id: string) => {
      await take(api.POST('/api/photos/{id}/remove', { params: { path: { id } } }));
      await again();
    },
  };
}
