/**
 * Text and picture of one query or document as one vector: their raw embeddings are added with equal weight and the sum is
 * brought to length 1, so that an inner product adds up the likeness of text and picture with text and picture (score
 * fusion of UniIR's CLIP-SF). @throws where there is neither, or their lengths differ.
 */
export function fusedEmbedding(text: Float32Array | null, picture: Float32Array | null): Float32Array {
  const [first, second] = [text, picture].filter((one) => one !== null);
  if (!first) throw new Error("there is nothing to embed");
  if (second && second.length !== first.length)
    throw new Error(`text and picture are embedded in ${first.length} and ${second.length} numbers`);
  const sum = second ? first.map((value, at) => value + (second[at] ?? 0)) : Float32Array.from(first);
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return length === 0 ? sum : sum.map((value) => value / length);
}

/** A vector as it is stored: 32-bit floats, little endian. */
export function vectorBytes(vector: Float32Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(vector.length * 4));
  for (const [at, value] of vector.entries()) view.setFloat32(at * 4, value, true);
  return new Uint8Array(view.buffer);
}

export function vectorOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, at) => view.getFloat32(at * 4, true));
}
