// Stands where Cornerstone's metadata package asks for dcmjs (next.config.ts): 370 kB of DICOM parsing and dictionary
// that a page which gets its metadata from our database never uses. What is left is what those packages touch when they
// are loaded; parsing throws.

type Log = Record<"trace" | "debug" | "info" | "warn" | "error", (...words: readonly unknown[]) => void> & {
  getLogger: (name: string) => Log;
};

const silent = () => undefined;

/** Warnings of the metadata package are about the dictionary that is not here. */
function logOf(name: string): Log {
  return {
    trace: silent,
    debug: silent,
    info: silent,
    warn: name.startsWith("cs3d.metadata") ? silent : (...words) => console.warn(...words),
    error: (...words) => console.error(...words),
    getLogger: logOf,
  };
}

class Unparsed {
  constructor() {
    throw new Error("DICOM files are not parsed in the browser");
  }
}

export const log = logOf("");

/** Transfer syntaxes without a codec (PS3.5 A.1 to A.3, A.5). */
export const constants = {
  IMPLICIT_LITTLE_ENDIAN: "1.2.840.10008.1.2",
  EXPLICIT_LITTLE_ENDIAN: "1.2.840.10008.1.2.1",
  DEFLATED_EXPLICIT_LITTLE_ENDIAN: "1.2.840.10008.1.2.1.99",
  EXPLICIT_BIG_ENDIAN: "1.2.840.10008.1.2.2",
};

/**
 * Rules of the metadata package are compiled when it is loaded and want their keywords to be of the dictionary (PS3.6);
 * they are never asked. So whatever is spelt like a keyword is one, of no tag and any kind.
 */
const anyKeyword = { tag: "(0000,0000)", vr: "UN", vm: "1-n" };
const isKeyword = (name: string | symbol): boolean => typeof name === "string" && /^[A-Z]/.test(name);
const nameMap = new Proxy<Record<string, typeof anyKeyword>>(
  {},
  {
    get: (_, name) => (isKeyword(name) ? anyKeyword : undefined),
    has: (_, name) => isKeyword(name),
    getOwnPropertyDescriptor: (_, name) =>
      isKeyword(name) ? { value: anyKeyword, configurable: true, enumerable: true } : undefined,
  },
);

const dcmjs = {
  log,
  constants,
  data: { DicomMetaDictionary: { dictionary: {}, nameMap } },
  utilities: { DicomMetadataListener: Unparsed },
  async: { AsyncDicomReader: Unparsed },
};

export default dcmjs;
