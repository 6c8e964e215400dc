import { expect, test } from "vitest";
import { brief, site } from "./site.ts";

/** Some pictures, as small as their formats allow. */
const PICTURES = {
  png: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAEklEQVR4nGNgYGD4z0AswK4SAFXuAf8EPy+xAAAAAElFTkSuQmCC",
    "base64",
  ),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><path d="M0 0h9"/></svg>'),
  gif: Buffer.from("R0lGODlhBQAHAIAAAAAAAP///yH5BAEAAAAALAAAAAAFAAcAAAIFhI+py1gAOw==", "base64"),
};

/** A JPEG of 40 by 20 pixels, up to the marker that says so; the camera was held as EXIF's orientation tells. */
function jpeg(orientation: number): Buffer {
  const tiff = Buffer.from([
    0x49,
    0x49,
    0x2a,
    0,
    8,
    0,
    0,
    0,
    1,
    0,
    0x12,
    1,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  const exif = Buffer.concat([Buffer.from("Exif\0\0"), tiff]);
  const segment = (marker: number, data: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);
  const frame = Buffer.from([8, 0, 20, 0, 40, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif),
    segment(0xc0, frame),
    Buffer.from([0xff, 0xd9]),
  ]);
}

const withPicture = (name: string, bytes: Uint8Array) =>
  site({
    "content/regatta/index.md": `---\ntitle: Regatta\n---\n![A boat](${name})\n`,
    [`content/regatta/${name}`]: bytes,
    "afterlive.config.json": '{ "url": "https://example.org/" }',
  });

test.each([
  ["boat.png", PICTURES.png, 'width="3" height="2"'],
  ["boat.gif", PICTURES.gif, 'width="5" height="7"'],
  ["boat.svg", PICTURES.svg, 'width="640" height="360"'],
  ["boat.jpg", jpeg(1), 'width="40" height="20"'],
  ["turned.jpg", jpeg(6), 'width="20" height="40"'],
])("a page keeps room for %s before it has come, so that nothing moves", async (name, bytes, room) => {
  const made = withPicture(name, bytes);
  expect(brief(await made.build())).toEqual([]);
  expect(made.page("regatta/index.html")).toContain(`<img src="${name}" alt="A boat" ${room} `);
});

test("a file that is no picture, whatever it is called, is published all the same and its author told", async () => {
  const made = withPicture("boat.png", Buffer.from("a boat, once"));
  expect(brief(await made.build())).toEqual(["warning picture-unmeasured content/regatta/boat.png:1:1"]);
  expect(made.page("regatta/index.html")).toContain('<img src="boat.png" alt="A boat" loading');
});

test("sound and video have no size, and nobody is warned", async () => {
  const made = withPicture("boat.png", PICTURES.png);
  made.write("content/regatta/horn.mp3", "not measured");
  expect(brief(await made.build())).toEqual([]);
});
