const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

const begins = (head: Buffer, text: string, at = 0) => head.toString("latin1", at, at + text.length) === text;

/** What a file is by its first bytes, whatever it is called; null where it is a PNG or a JPEG. */
export function refusedPicture(head: Buffer): string | null {
  if (head.subarray(0, 8).equals(PNG) || head.subarray(0, 3).equals(JPEG)) return null;
  if (begins(head, "GIF8")) return "This is a GIF; PNG and JPEG pictures are taken.";
  if (begins(head, "RIFF") && begins(head, "WEBP", 8))
    return "This is a WebP picture; PNG and JPEG are taken.";
  if (begins(head, "II*\0") || begins(head, "MM\0*"))
    return "This is a TIFF; PNG and JPEG pictures are taken.";
  if (begins(head, "BM")) return "This is a BMP picture; PNG and JPEG are taken.";
  if (begins(head, "%PDF")) return "This is a PDF; PNG and JPEG pictures are taken.";
  if (begins(head, "PK\u0003\u0004")) return "This is a ZIP archive, not a picture.";
  if (begins(head, "DICM", 128)) return "This is a DICOM file, not a picture.";
  const text = head.toString("latin1").trimStart().toLowerCase();
  if (text.startsWith("<svg") || (text.startsWith("<?xml") && text.includes("<svg"))) {
    return "This is an SVG drawing; PNG and JPEG pictures are taken.";
  }
  if (text.startsWith("<")) return "This is a web page or XML, not a picture.";
  return "This is neither a PNG nor a JPEG picture.";
}
