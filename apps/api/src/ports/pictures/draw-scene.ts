// Draws a calm picture, hills under a sun, pixel by pixel: the made-up council has photos, and nothing is fetched for them.

const WIDTH = 480;
const HEIGHT = 320;

export type Colour = readonly [number, number, number];

export interface Scene {
  readonly sky: Colour;
  readonly haze: Colour;
  readonly sun: Colour;
  /** From far to near. */
  readonly hills: readonly Colour[];
  /** Where the hills begin, so that no two pictures are alike. */
  readonly turn: number;
}

const mix = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

/** How far down a hill begins at a column. */
function ridge(hill: number, hills: number, x: number, turn: number): number {
  const across = x / WIDTH;
  const wave = Math.sin(across * (3 + hill) + turn + hill * 2) * 0.07 + Math.sin(across * 9 + turn * 3 + hill) * 0.02;
  return HEIGHT * (0.5 + (0.38 * hill) / hills + wave);
}

function pixels({ sky, haze, sun, hills, turn }: Scene): Buffer {
  const bytes = Buffer.alloc(WIDTH * HEIGHT * 3);
  const ridges = hills.map((_colour, hill) =>
    Array.from({ length: WIDTH }, (_none, x) => ridge(hill, hills.length, x, turn)),
  );
  const centre = { x: WIDTH * (0.3 + 0.4 * Math.abs(Math.sin(turn))), y: HEIGHT * 0.3, radius: HEIGHT * 0.1 };
  for (let y = 0; y < HEIGHT; y += 1) {
    const ground = mix(sky, haze, y / HEIGHT);
    for (let x = 0; x < WIDTH; x += 1) {
      let colour = (x - centre.x) ** 2 + (y - centre.y) ** 2 < centre.radius ** 2 ? sun : ground;
      for (let hill = 0; hill < ridges.length; hill += 1)
        if (y >= (ridges[hill]?.[x] ?? HEIGHT)) colour = hills[hill] ?? colour;
      const at = (y * WIDTH + x) * 3;
      bytes[at] = colour[0];
      bytes[at + 1] = colour[1];
      bytes[at + 2] = colour[2];
    }
  }
  return bytes;
}

/** The picture as a file, as if somebody had sent it; null on a machine without the library for pictures. */
export async function drawScene(scene: Scene): Promise<Buffer | null> {
  const library = await import('sharp').catch(() => null);
  if (library === null) return null;
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const;
  return library.default(pixels(scene), { raw }).png({ compressionLevel: 1 }).toBuffer();
}
