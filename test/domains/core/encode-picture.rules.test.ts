import { beforeAll, describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import { encodePicture } from "@server/core/files/encode-picture";
import { PICTURE_CANARY, ramp, sentPictures, type SentPicture } from "@test/support/hostile-pictures";
import { jpegAnatomy } from "@test/support/picture-bytes";

/** What a JPEG needs to be shown: JFIF, tables, frame, scan. No EXIF, profile, comment or anything of a program's own. */
const NEEDED = [0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd, 0xda];

const pictures = await sentPictures();

describe("what is made of a file that somebody sends", () => {
  test("the table is long enough, and has both kinds", () => {
    expect(pictures.length).toBeGreaterThanOrEqual(60);
    expect(new Set(pictures.map(({ name }) => name)).size).toBe(pictures.length);
    console.log(`${pictures.length} files, ${pictures.filter(({ isTaken }) => isTaken).length} of them taken`);
  });

  test.each(pictures.map((picture) => ({ ...picture, toString: () => picture.name })))("$name", async (sent) => {
    const { bytes, isTaken } = sent as SentPicture;
    const picture = await encodePicture(bytes);
    expect(picture !== null).toBe(isTaken);
    for (const made of Object.values(picture?.sizes ?? {})) {
      const { markers, behind } = jpegAnatomy(made);
      expect({ foreign: markers.filter((marker) => !NEEDED.includes(marker)), behind }).toEqual({
        foreign: [],
        behind: 0,
      });
      expect(made.includes(PICTURE_CANARY)).toBe(false);
      const { exif, icc, xmp, iptc, orientation, space, pages } = await sharp(made).metadata();
      expect({ exif, icc, xmp, iptc, orientation, pages }).toEqual({});
      expect(["srgb", "b-w"]).toContain(space);
    }
  });
});

describe("a picture that is made anew", () => {
  let upright: Buffer;
  beforeAll(async () => {
    // A left half in black, a right half in white: one sees which way is up.
    const half = { create: { width: 150, height: 200, channels: 3 as const, background: "white" } };
    upright = await sharp({ create: { width: 300, height: 200, channels: 3, background: "black" } })
      .composite([{ input: half, left: 150, top: 0 }])
      .png()
      .toBuffer();
  });

  const brightness = async (bytes: Buffer, left: number) => {
    const { data } = await sharp(bytes)
      .extract({ left, top: 100, width: 10, height: 10 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return data[0] ?? 0;
  };

  test("stands upright, whatever its orientation says", async () => {
    // Orientation 3: the camera was held upside down, so what is stored is turned by half.
    const stored = await sharp(upright).rotate(180).withMetadata({ orientation: 3 }).jpeg().toBuffer();
    const picture = await encodePicture(stored);
    const large = picture?.sizes.large ?? Buffer.alloc(0);
    expect(await brightness(large, 10)).toBeLessThan(20);
    expect(await brightness(large, 280)).toBeGreaterThan(230);
  });

  test("has its sides as one looks at it", async () => {
    const lying = await encodePicture(await ramp().withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect([lying?.width, lying?.height]).toEqual([200, 300]);
  });

  test("comes in two sizes and is never made larger", async () => {
    const sides = async (bytes: Buffer) => {
      const picture = await encodePicture(bytes);
      const both = [picture?.sizes.small, picture?.sizes.large].map((made) =>
        sharp(made ?? Buffer.alloc(0)).metadata(),
      );
      return (await Promise.all(both)).map(({ width, height }) => [width, height]);
    };
    expect(await sides(await ramp(3_200, 2_400).jpeg().toBuffer())).toEqual([
      [480, 360],
      [1_600, 1_200],
    ]);
    expect(await sides(await ramp(300, 200).jpeg().toBuffer())).toEqual([
      [300, 200],
      [300, 200],
    ]);
  });

  test("lies on white where one could see through", async () => {
    const glass = await sharp({ create: { width: 200, height: 200, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    const picture = await encodePicture(glass);
    expect(await brightness(picture?.sizes.large ?? Buffer.alloc(0), 10)).toBe(255);
  });

  test("one that fails does not hold up the next", async () => {
    const good = await ramp().png().toBuffer();
    const made = await Promise.all([encodePicture(good.subarray(0, 500)), encodePicture(good), encodePicture(good)]);
    expect(made.map((picture) => picture !== null)).toEqual([false, true, true]);
  });
});
