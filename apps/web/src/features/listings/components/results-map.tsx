// Where the found things are, drawn by ourselves: points, the place that was asked for and rings of miles around it.
// The list says all of it in words, so the drawing is for eyes alone; no reader's browser tells a map maker what was looked for.
import type { ReactNode } from 'react';
import { useWords } from '../../../words/use-words.ts';

const SIZE = 400;
const EDGE = 28;
const METRES_PER_DEGREE = 111_195;
const METRES_PER_MILE = 1609.344;
const RINGS = [0.25, 0.5, 1, 2, 5, 10, 20, 50];

export type Spot = { readonly number: number; readonly latitude: number; readonly longitude: number };

export function ResultsMap({
  spots,
  centre,
}: {
  readonly spots: readonly Spot[];
  readonly centre: { readonly latitude: number; readonly longitude: number; readonly name: string } | null;
}): ReactNode {
  const say = useWords('listings');
  const [first] = spots;
  const middle = centre ?? first;
  if (!middle) return null;
  const perLongitude = METRES_PER_DEGREE * Math.cos((middle.latitude * Math.PI) / 180);
  const flat = (spot: { latitude: number; longitude: number }) => ({
    x: (spot.longitude - middle.longitude) * perLongitude,
    y: (middle.latitude - spot.latitude) * METRES_PER_DEGREE,
  });
  const placed = spots.map((spot) => ({ ...spot, ...flat(spot) }));
  const all = centre ? [...placed, { x: 0, y: 0 }] : placed;
  const far = Math.max(400, ...all.map(({ x }) => Math.abs(x)), ...all.map(({ y }) => Math.abs(y)));
  const scale = (SIZE / 2 - EDGE) / far;
  const at = (metres: number) => SIZE / 2 + metres * scale;
  const rings = centre
    ? RINGS.filter((miles) => miles * METRES_PER_MILE < far && miles * METRES_PER_MILE > far / 6)
    : [];
  return (
    <figure className="sm-map">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true" className="sm-map__drawing">
        <rect width={SIZE} height={SIZE} className="sm-map__ground" />
        {rings.map((miles) => (
          <g key={miles}>
            <circle cx={SIZE / 2} cy={SIZE / 2} r={miles * METRES_PER_MILE * scale} className="sm-map__ring" />
            <text x={SIZE / 2} y={SIZE / 2 - miles * METRES_PER_MILE * scale - 5} className="sm-map__miles">
              {say('map.miles', { count: miles })}
            </text>
          </g>
        ))}
        {[...placed].reverse().map((spot) => (
          <g key={spot.number}>
            <circle cx={at(spot.x)} cy={at(spot.y)} r="13" className="sm-map__spot" />
            <text x={at(spot.x)} y={at(spot.y) + 5} className="sm-map__number">
              {spot.number}
            </text>
          </g>
        ))}
        {centre && (
          <path d={`M${SIZE / 2 - 9} ${SIZE / 2}h18M${SIZE / 2} ${SIZE / 2 - 9}v18`} className="sm-map__centre" />
        )}
      </svg>
      <figcaption className="sm-small">
        {centre ? say('map.around', { place: centre.name }) : say('map.noCentre')}
      </figcaption>
    </figure>
  );
}
