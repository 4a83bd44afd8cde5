/** A data element in DICOM JSON (PS3.18 F.2); sequence items are headers again. */
export interface HeaderElement {
  readonly vr: string;
  readonly Value?: readonly (string | number | Header)[];
}

/** Allow-listed data elements by tag, eight upper-case hex digits: "00280010". */
export interface Header {
  readonly [tag: string]: HeaderElement;
}

/** An original UID of a file and what it became. */
export interface UidPair {
  readonly original: string;
  readonly remapped: string;
}

/** A header with identity removed, and the crosswalk of the UIDs that were met. */
export interface CleanHeader {
  readonly header: Header;
  readonly crosswalk: readonly UidPair[];
}
